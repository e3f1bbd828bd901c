import type { AccessConfig } from './access.ts';
import { isLoopback } from './loopback.ts';
import type { OrganizationsConfig } from './organizations.ts';
import { ConfigError } from './setting.ts';
import type { UpstreamConfig } from './upstream.ts';

export interface Exposure {
  /** Address to listen on. */
  readonly host: string;
  readonly access: AccessConfig;
  readonly upstream: Pick<UpstreamConfig, 'target'>;
  readonly organizations: Pick<OrganizationsConfig, 'targets'>;
}

/**
 * Refuses settings that together would let strangers use the gateway's tokens, or callers' JWTs
 * stand where Sentry's tokens belong. The embedded Sentry has built-in data only: it is open to all.
 * @throws ConfigError
 */
export function assertSafeExposure({ host, access, upstream, organizations }: Exposure): void {
  const { apiKeys, jwt, routerSecrets } = access;
  const isGuarded = apiKeys.length > 0 || jwt !== null || routerSecrets.length > 0;
  const targets = [...organizations.targets.values()];
  const tokens = ownTokens({ upstream, organizations });
  const passesThrough =
    upstream.target.kind === 'passThrough' || targets.some(({ token }) => token === null);
  if (tokens.length > 0 && !isGuarded && !isLoopback(host)) {
    throw new ConfigError(
      `HOST is ${JSON.stringify(host)}, which others can reach, and whoever does would use ${tokens.join(' and ')}: have callers sign in with GATEWAY_API_KEYS or GATEWAY_JWKS_URL, or a router with ROUTER_SECRET, or listen on 127.0.0.1.`,
    );
  }
  if (passesThrough && jwt !== null) {
    throw new ConfigError(
      'GATEWAY_JWKS_URL is set, and callers send their own Sentry tokens: `Authorization` carries one of the two, so it takes SENTRY_AUTH_TOKEN, or GATEWAY_API_KEYS in `X-Api-Key` instead.',
    );
  }
}

/** The tokens that the gateway has of its own, in words for the operator. */
export function ownTokens({
  upstream,
  organizations,
}: Pick<Exposure, 'upstream' | 'organizations'>): readonly string[] {
  const hasTargetToken = [...organizations.targets.values()].some(({ token }) => token !== null);
  return [
    ...(upstream.target.kind === 'serviceToken' ? ['SENTRY_AUTH_TOKEN'] : []),
    ...(hasTargetToken ? ["SENTRY_CONFIG_FILE's tokens"] : []),
  ];
}
