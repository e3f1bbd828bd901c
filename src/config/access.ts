import { isLoopback } from './loopback.ts';
import { type NamedSecret, secretList } from './secret.ts';
import {
  ConfigError,
  type Environment,
  readSettings,
  refuse,
  type Setting,
  text,
  textOf,
} from './setting.ts';

/** Keys signed by whoever swaps them on the way would open the door: hence TLS beyond loopback. */
const jwksUrl: Setting<string | null> = {
  name: 'GATEWAY_JWKS_URL',
  meaning:
    "URL of the key set (JWKS) that callers' JWTs are verified with; callers send `Authorization: Bearer <JWT>`",
  fallback: '',
  takes: 'an https URL, such as https://login.example.com/.well-known/jwks.json',
  read(env) {
    const given = textOf(env, this.name);
    const url = given !== null && URL.canParse(given) ? new URL(given) : null;
    if (given === null) {
      return null;
    }
    return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
      ? url.href
      : refuse(this, given);
  },
};

/** Who may come in. */
export const ACCESS_SETTINGS = {
  apiKeys: secretList(
    'GATEWAY_API_KEYS',
    'API keys of callers, sent as `Authorization: Bearer <key>` or `X-Api-Key: <key>`',
  ),
  jwksUrl,
  jwtIssuer: text('GATEWAY_JWT_ISSUER', '', 'Value that the claim `iss` of a JWT must have'),
  jwtAudience: text('GATEWAY_JWT_AUDIENCE', '', 'Value that the claim `aud` of a JWT must have'),
  hosts: {
    name: 'GATEWAY_HOSTS',
    meaning:
      'Host names that operations may be sent to if the gateway has a Sentry token and callers do not sign in; localhost and IP addresses are always allowed',
    fallback: '',
    takes: 'host names separated by commas, such as sentry.internal',
    read(env) {
      const names = (textOf(env, this.name) ?? '').toLowerCase().split(',');
      return new Set(names.map((name) => name.trim()).filter((name) => name !== ''));
    },
  } satisfies Setting<ReadonlySet<string>>,
  routerSecrets: secretList(
    'ROUTER_SECRET',
    'Secret that a federation router sends as `X-Router-Authorization`; if it is set, operations without it are refused',
  ),
};

/** How callers' JWTs (RFC 7519) are checked. */
export interface JwtConfig {
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly audience: string;
}

export interface AccessConfig {
  readonly apiKeys: readonly NamedSecret[];
  readonly jwt: JwtConfig | null;
  readonly routerSecrets: readonly NamedSecret[];
  /** The names that open operations may be sent to, besides this machine's own; null for any. */
  readonly hosts: ReadonlySet<string> | null;
}

/**
 * Issuer and audience are wanted with a key set: without them, a token that the provider made for
 * any other program would do.
 */
export function readAccess(
  env: Environment,
  { hasOwnToken }: { readonly hasOwnToken: boolean },
): AccessConfig {
  const { jwksUrl, jwtIssuer, jwtAudience, ...read } = readSettings(ACCESS_SETTINGS, env);
  const secrets = { ...read, hosts: hasOwnToken ? read.hosts : null };
  if (jwksUrl === null) {
    return { ...secrets, jwt: null };
  }
  for (const [name, value] of [
    [ACCESS_SETTINGS.jwtIssuer.name, jwtIssuer],
    [ACCESS_SETTINGS.jwtAudience.name, jwtAudience],
  ] as const) {
    if (value === '') {
      throw new ConfigError(
        `${name} is not set, and ${ACCESS_SETTINGS.jwksUrl.name} is: a JWT is taken only of one issuer and for one audience.`,
      );
    }
  }
  return { ...secrets, jwt: { jwksUrl, issuer: jwtIssuer, audience: jwtAudience } };
}
