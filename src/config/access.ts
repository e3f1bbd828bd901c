import { BlockList, isIP } from 'node:net';
import { type NamedSecret, secretList } from './secret.ts';
import {
  ConfigError,
  type Environment,
  readEnv,
  readSettings,
  refuse,
  type Setting,
  text,
} from './setting.ts';

/** TLS is required beyond loopback: an attacker who replaces the key set could sign JWTs. */
const jwksUrl: Setting<string | null> = {
  name: 'GATEWAY_JWKS_URL',
  description:
    "URL of the key set (JWKS) that callers' JWTs are verified with; callers send `Authorization: Bearer <JWT>`",
  fallback: '',
  expected: 'an https URL, such as https://login.example.com/.well-known/jwks.json',
  read(env) {
    const given = readEnv(env, this.name);
    const url = given !== null && URL.canParse(given) ? new URL(given) : null;
    if (given === null) {
      return null;
    }
    return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
      ? url.href
      : refuse(this, given);
  },
};

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
    description:
      'Host names that operations may be sent to if the gateway has a Sentry token and callers do not sign in; localhost and IP addresses are always allowed',
    fallback: '',
    expected: 'host names separated by commas, such as sentry.internal',
    read(env) {
      const names = (readEnv(env, this.name) ?? '').toLowerCase().split(',');
      return new Set(names.map((name) => name.trim()).filter((name) => name !== ''));
    },
  } satisfies Setting<ReadonlySet<string>>,
  routerSecrets: secretList(
    'ROUTER_SECRET',
    'Secret that a federation router sends as `X-Router-Authorization`; if it is set, operations without it are refused',
  ),
};

/** How callers' JWTs (RFC 7519) are verified. */
export interface JwtConfig {
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly audience: string;
}

export interface AccessConfig {
  readonly apiKeys: readonly NamedSecret[];
  readonly jwt: JwtConfig | null;
  readonly routerSecrets: readonly NamedSecret[];
  /** Accepted values of `Host` besides IP addresses and localhost, if callers do not authenticate; null for any. */
  readonly hosts: ReadonlySet<string> | null;
}

/**
 * A key set needs an issuer and an audience: without them, a token that the provider issued for another
 * program would be accepted.
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
        `${ACCESS_SETTINGS.jwksUrl.name} is set but ${name} is not; JWTs are accepted only from one issuer and for one audience.`,
      );
    }
  }
  return { ...secrets, jwt: { jwksUrl, issuer: jwtIssuer, audience: jwtAudience } };
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** For an address to listen on, or the host name of a URL. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  const family = isIP(bare);
  return family === 0 ? bare === 'localhost' : LOOPBACK.check(bare, family === 6 ? 'ipv6' : 'ipv4');
}
