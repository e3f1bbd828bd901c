import type { OrganizationsConfig } from './organizations.ts';
import { EXPECTED_TOKEN, EXPECTED_URL, SENTRY_IO, toBaseUrl, toToken } from './server.ts';
import {
  ConfigError,
  type Environment,
  flag,
  oneOf,
  readEnv,
  readSettings,
  type Setting,
  type Values,
  wholeNumber,
} from './setting.ts';

const tokenSetting: Setting<string | null> = {
  name: 'SENTRY_AUTH_TOKEN',
  description:
    "Sentry token that the gateway uses for all callers; without it, the gateway forwards each caller's `Authorization: Bearer`",
  fallback: '',
  expected: EXPECTED_TOKEN,
  read(env) {
    const text = readEnv(env, this.name);
    return text === null ? null : toToken(this.name, text);
  },
};

const urlSetting: Setting<string | null> = {
  name: 'SENTRY_URL',
  description: `Base URL of the Sentry server; without it, ${SENTRY_IO} if SENTRY_AUTH_TOKEN is set, otherwise the demo server, or none if SENTRY_CONFIG_FILE has organizations`,
  fallback: '',
  expected: EXPECTED_URL,
  read(env) {
    const text = readEnv(env, this.name);
    return text === null ? null : toBaseUrl(this.name, text);
  },
};

export const UPSTREAM_SETTINGS = {
  url: urlSetting,
  token: tokenSetting,
  timeoutMs: wholeNumber(
    'SENTRY_TIMEOUT_MS',
    { fallback: 15_000, min: 100, max: 600_000 },
    'Maximum time for one request to Sentry, in milliseconds',
  ),
  connectTimeoutMs: wholeNumber(
    'SENTRY_CONNECT_TIMEOUT_MS',
    { fallback: 5_000, min: 100, max: 600_000 },
    'Maximum time to open a connection to Sentry, in milliseconds',
  ),
  headersTimeoutMs: wholeNumber(
    'SENTRY_HEADERS_TIMEOUT_MS',
    { fallback: 15_000, min: 100, max: 600_000 },
    'Maximum time until the headers of a response arrive, in milliseconds',
  ),
  bodyTimeoutMs: wholeNumber(
    'SENTRY_BODY_TIMEOUT_MS',
    { fallback: 5_000, min: 100, max: 600_000 },
    'Maximum time between two parts of a response body, in milliseconds',
  ),
  splitPagesOverMs: wholeNumber(
    'SENTRY_SPLIT_PAGES_OVER_MS',
    { fallback: 0, min: 0, max: 600_000 },
    'Request a page of hashes in parts side by side if it would take Sentry longer than this, in milliseconds; 0: never',
  ),
};

export type UpstreamTarget =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'serviceToken'; readonly url: string; readonly token: string }
  | { readonly kind: 'passThrough'; readonly url: string }
  /** Only organizations with a server of their own are served. */
  | { readonly kind: 'none' };

export interface UpstreamConfig extends Omit<Values<typeof UPSTREAM_SETTINGS>, 'url' | 'token'> {
  readonly target: UpstreamTarget;
}

export function readUpstream(
  env: Environment,
  { targets }: Pick<OrganizationsConfig, 'targets'>,
): UpstreamConfig {
  const { url, token, ...rest } = readSettings(UPSTREAM_SETTINGS, env);
  if (token !== null) {
    return { ...rest, target: { kind: 'serviceToken', url: url ?? SENTRY_IO, token } };
  }
  if (url !== null) {
    return { ...rest, target: { kind: 'passThrough', url } };
  }
  if (targets.size > 0) {
    return { ...rest, target: { kind: 'none' } };
  }
  if (!EMBEDDED_SETTINGS.isAllowed.read(env)) {
    throw new ConfigError(
      'No Sentry server is set: set SENTRY_URL, SENTRY_AUTH_TOKEN or SENTRY_CONFIG_FILE, or DEMO=true for the demo server, which is off in production.',
    );
  }
  return { ...rest, target: { kind: 'embedded' } };
}

/** The demo server, which is used if no Sentry server is set. */
export const EMBEDDED_SETTINGS = {
  isAllowed: flag(
    'DEMO',
    true,
    'Use the demo server, with built-in data, if no Sentry server is set; if false, the gateway refuses to start instead',
    { inProduction: false },
  ),
  rateLimits: oneOf(
    'EMBEDDED_RATE_LIMITS',
    { choices: ['off', 'sentry.io'], fallback: 'off' },
    'Rate limits of the demo server: `off` for none, as on a self-hosted Sentry, or those of sentry.io',
  ),
  dialect: oneOf(
    'EMBEDDED_DIALECT',
    {
      choices: [
        'sentry-2023',
        'sentry-2024',
        'sentry-2024-light',
        'sentry-2025',
        'sentry-2026',
        'sentry-2026-09',
        'glitchtip',
      ],
      fallback: 'sentry-2026-09',
    },
    'Kind of server that the demo server imitates; the gateway detects the kind of any other server itself',
  ),
};
