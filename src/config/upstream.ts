import type { OrganizationsConfig } from './organizations.ts';
import { SENTRY_IO, TAKES_TOKEN, TAKES_URL, toBaseUrl, toToken } from './server.ts';
import {
  type Environment,
  readSettings,
  type Setting,
  textOf,
  type Values,
  wholeNumber,
} from './setting.ts';

const tokenSetting: Setting<string | null> = {
  name: 'SENTRY_AUTH_TOKEN',
  meaning:
    "Token of the gateway itself; without it the caller's `Authorization: Bearer` goes upstream",
  fallback: '',
  takes: TAKES_TOKEN,
  read(env) {
    const text = textOf(env, this.name);
    return text === null ? null : toToken(this.name, text);
  },
};

const urlSetting: Setting<string | null> = {
  name: 'SENTRY_URL',
  meaning: `Base URL of the upstream; with neither URL nor token it is the embedded Sentry, with a token alone ${SENTRY_IO}`,
  fallback: '',
  takes: TAKES_URL,
  read(env) {
    const text = textOf(env, this.name);
    return text === null ? null : toBaseUrl(this.name, text);
  },
};

/** Which Sentry answers, and how long it may take. */
export const UPSTREAM_SETTINGS = {
  url: urlSetting,
  token: tokenSetting,
  timeoutMs: wholeNumber(
    'SENTRY_TIMEOUT_MS',
    { fallback: 15_000, min: 100, max: 600_000 },
    'Longest wait for one answer of the upstream, in milliseconds',
  ),
  connectTimeoutMs: wholeNumber(
    'SENTRY_CONNECT_TIMEOUT_MS',
    { fallback: 5_000, min: 100, max: 600_000 },
    'Longest wait for a connection, in milliseconds',
  ),
  headersTimeoutMs: wholeNumber(
    'SENTRY_HEADERS_TIMEOUT_MS',
    { fallback: 15_000, min: 100, max: 600_000 },
    'Longest wait for an answer to begin, in milliseconds',
  ),
  bodyTimeoutMs: wholeNumber(
    'SENTRY_BODY_TIMEOUT_MS',
    { fallback: 5_000, min: 100, max: 600_000 },
    'Longest silence within an answer, in milliseconds',
  ),
};

/** Who answers the gateway's requests, and with whose token. */
export type UpstreamTarget =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'serviceToken'; readonly url: string; readonly token: string }
  | { readonly kind: 'passThrough'; readonly url: string }
  /** Only organizations that have a server of their own. */
  | { readonly kind: 'none' };

export interface UpstreamConfig extends Omit<Values<typeof UPSTREAM_SETTINGS>, 'url' | 'token'> {
  readonly target: UpstreamTarget;
}

export function readUpstream(
  env: Environment,
  { targets }: Pick<OrganizationsConfig, 'targets'>,
): UpstreamConfig {
  const { url, token, ...rest } = readSettings(UPSTREAM_SETTINGS, env);
  const hasNone = url === null && token === null && targets.size > 0;
  return { ...rest, target: hasNone ? { kind: 'none' } : toTarget(url, token) };
}

function toTarget(url: string | null, token: string | null): UpstreamTarget {
  if (token !== null) {
    return { kind: 'serviceToken', url: url ?? SENTRY_IO, token };
  }
  return url === null ? { kind: 'embedded' } : { kind: 'passThrough', url };
}
