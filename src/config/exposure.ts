import { type AccessConfig, isLoopback } from './access.ts';
import type { OrganizationsConfig } from './organizations.ts';
import { ConfigError } from './setting.ts';
import type { UpstreamConfig } from './upstream.ts';

interface Exposure {
  /** Address to listen on. */
  readonly host: string;
  readonly access: AccessConfig;
  readonly upstream: Pick<UpstreamConfig, 'target'>;
  readonly organizations: Pick<OrganizationsConfig, 'targets'>;
}

/**
 * Refuses settings with which anonymous clients could use the gateway's tokens, or a caller's JWT would
 * be sent as a Sentry token. The demo server has only built-in data and needs no protection.
 * @throws ConfigError
 */
export function assertSafeExposure({ host, access, upstream, organizations }: Exposure): void {
  const { apiKeys, jwt, routerSecrets } = access;
  const authenticatesCallers = apiKeys.length > 0 || jwt !== null || routerSecrets.length > 0;
  const tokens = ownTokens({ upstream, organizations });
  if (tokens.length > 0 && !authenticatesCallers && !isLoopback(host)) {
    throw new ConfigError(
      `HOST is ${JSON.stringify(host)}, which other machines can reach, so anybody there could use ${tokens.join(' and ')}. Set GATEWAY_API_KEYS, GATEWAY_JWKS_URL or ROUTER_SECRET to authenticate callers, or listen on 127.0.0.1.`,
    );
  }
  if (forwardsTokens({ upstream, organizations }) && jwt !== null) {
    throw new ConfigError(
      'GATEWAY_JWKS_URL is set, but callers send their own Sentry tokens, and `Authorization` can carry only one of the two. Set SENTRY_AUTH_TOKEN, or replace JWTs by GATEWAY_API_KEYS, which callers send in `X-Api-Key`.',
    );
  }
}

/** Whether some organizations are asked with the token of the caller. */
export function forwardsTokens({
  upstream,
  organizations,
}: Pick<Exposure, 'upstream' | 'organizations'>): boolean {
  return (
    upstream.target.kind === 'passThrough' ||
    [...organizations.targets.values()].some(({ token }) => token === null)
  );
}

/** The gateway's own tokens, as error messages name them. */
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
