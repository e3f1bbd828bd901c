import { hasPrefix } from '../prefixes.ts';
import { ACCESS_SETTINGS, type AccessConfig, readAccess } from './access.ts';
import { assertSafeExposure, ownTokens } from './exposure.ts';
import { FEDERATION_SETTINGS } from './federation.ts';
import { GUARD_SETTINGS, RESPONSE_SETTINGS } from './limits.ts';
import { NETWORK_SETTINGS, type NetworkConfig, readNetwork } from './network.ts';
import { OPERATION_SETTINGS, type OperationsConfig, readOperations } from './operations.ts';
import { ORGANIZATION_SETTINGS, type OrganizationsConfig } from './organizations.ts';
import { REDIS_SETTINGS, type RedisConfig, readRedis } from './redis.ts';
import { CACHE_SETTINGS, RESILIENCE_SETTINGS } from './resilience.ts';
import { SECRET_FILE_SETTINGS, withSecretFiles } from './secret-files.ts';
import {
  EXECUTION_SETTINGS,
  EXPLORER_SETTINGS,
  HTTP_SETTINGS,
  LOAD_SETTINGS,
  OBSERVABILITY_SETTINGS,
} from './serving.ts';
import { type Environment, readSettings, type Settings, type Values } from './setting.ts';
import {
  EMBEDDED_SETTINGS,
  readUpstream,
  UPSTREAM_SETTINGS,
  type UpstreamConfig,
} from './upstream.ts';

/** All settings, as `--help` and docs/settings.md list them. */
export const SETTING_GROUPS = {
  http: HTTP_SETTINGS,
  load: LOAD_SETTINGS,
  operations: OPERATION_SETTINGS,
  explorer: EXPLORER_SETTINGS,
  upstream: UPSTREAM_SETTINGS,
  organizations: ORGANIZATION_SETTINGS,
  embedded: EMBEDDED_SETTINGS,
  access: ACCESS_SETTINGS,
  secretFiles: SECRET_FILE_SETTINGS,
  network: NETWORK_SETTINGS,
  resilience: RESILIENCE_SETTINGS,
  guard: GUARD_SETTINGS,
  response: RESPONSE_SETTINGS,
  federation: FEDERATION_SETTINGS,
  execution: EXECUTION_SETTINGS,
  observability: OBSERVABILITY_SETTINGS,
  cache: CACHE_SETTINGS,
  redis: REDIS_SETTINGS,
} as const satisfies Record<string, Settings>;

/** The settings that the library needs too. */
export interface SentryConfig {
  readonly upstream: UpstreamConfig;
  readonly organizations: OrganizationsConfig;
  readonly embedded: Values<typeof EMBEDDED_SETTINGS>;
  readonly network: NetworkConfig;
  readonly resilience: Values<typeof RESILIENCE_SETTINGS>;
  readonly cache: Values<typeof CACHE_SETTINGS>;
  /** Null if replicas share nothing. */
  readonly redis: RedisConfig | null;
}

export interface Config extends SentryConfig {
  readonly http: Values<typeof HTTP_SETTINGS>;
  readonly load: Values<typeof LOAD_SETTINGS>;
  readonly operations: OperationsConfig;
  readonly explorer: Values<typeof EXPLORER_SETTINGS>;
  readonly access: AccessConfig;
  readonly guard: Values<typeof GUARD_SETTINGS>;
  readonly response: Values<typeof RESPONSE_SETTINGS>;
  readonly federation: Values<typeof FEDERATION_SETTINGS>;
  readonly execution: Values<typeof EXECUTION_SETTINGS>;
  readonly observability: Values<typeof OBSERVABILITY_SETTINGS>;
}

/** @throws ConfigError for the first setting that cannot be used. */
export function readConfig(variables: Environment): Config {
  const env = withSecretFiles(variables);
  const http = readSettings(HTTP_SETTINGS, env);
  const sentry = readSentry(env);
  const { upstream, organizations } = sentry;
  const access = readAccess(env, {
    hasOwnToken: ownTokens({ upstream, organizations }).length > 0,
  });
  assertSafeExposure({ host: http.host, access, upstream, organizations });
  const explorer = readSettings(EXPLORER_SETTINGS, env);
  const federation = readSettings(FEDERATION_SETTINGS, env);
  return {
    ...sentry,
    http,
    load: readSettings(LOAD_SETTINGS, env),
    operations: readOperations(env),
    access,
    // The page's operations are compiled with the names without prefixes.
    explorer: hasPrefix(federation) ? { ...explorer, triage: 'off' } : explorer,
    guard: readSettings(GUARD_SETTINGS, env),
    response: readSettings(RESPONSE_SETTINGS, env),
    federation,
    execution: readSettings(EXECUTION_SETTINGS, env),
    observability: readSettings(OBSERVABILITY_SETTINGS, env),
  };
}

/** @throws ConfigError for the first setting that cannot be used. */
export function readSentryConfig(variables: Environment): SentryConfig {
  return readSentry(withSecretFiles(variables));
}

function readSentry(env: Environment): SentryConfig {
  const organizations = readSettings(ORGANIZATION_SETTINGS, env);
  return {
    upstream: readUpstream(env, organizations),
    organizations,
    embedded: readSettings(EMBEDDED_SETTINGS, env),
    network: readNetwork(env),
    resilience: readSettings(RESILIENCE_SETTINGS, env),
    cache: readSettings(CACHE_SETTINGS, env),
    redis: readRedis(env),
  };
}
