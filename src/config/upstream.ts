import {
  ConfigError,
  type Environment,
  readSettings,
  refuse,
  type Setting,
  textOf,
  type Values,
  wholeNumber,
} from './setting.ts';

const SENTRY_IO = 'https://sentry.io';

/** What an HTTP header can carry. The token itself is never shown. */
const tokenSetting: Setting<string | null> = {
  name: 'SENTRY_AUTH_TOKEN',
  meaning:
    "Token of the gateway itself; without it the caller's `Authorization: Bearer` goes upstream",
  fallback: '',
  takes: 'a Sentry token, without spaces or quotes',
  read(env) {
    const token = textOf(env, this.name);
    if (token !== null && !/^[\x21-\x7e]+$/.test(token)) {
      throw new ConfigError(
        `${this.name} has ${token.length} characters, some of which no token has: it takes ${this.takes}.`,
      );
    }
    return token;
  },
};

const urlSetting: Setting<string | null> = {
  name: 'SENTRY_URL',
  meaning: `Base URL of the upstream; with neither URL nor token it is the embedded Sentry, with a token alone ${SENTRY_IO}`,
  fallback: '',
  takes: 'the base URL of a Sentry server, such as https://sentry.example.com',
  read(env) {
    const text = textOf(env, this.name);
    if (text === null) {
      return null;
    }
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url?.username || url?.password) {
      throw new ConfigError(
        `${this.name} carries a user name or password: it takes the address alone, the token goes into ${tokenSetting.name}.`,
      );
    }
    return !url || !/^https?:$/.test(url.protocol) || url.search || url.hash
      ? refuse(this, text)
      : url.href;
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
  | { readonly kind: 'passThrough'; readonly url: string };

export interface UpstreamConfig extends Omit<Values<typeof UPSTREAM_SETTINGS>, 'url' | 'token'> {
  readonly target: UpstreamTarget;
}

export function readUpstream(env: Environment): UpstreamConfig {
  const { url, token, ...rest } = readSettings(UPSTREAM_SETTINGS, env);
  return { ...rest, target: toTarget(url, token) };
}

function toTarget(url: string | null, token: string | null): UpstreamTarget {
  if (token !== null) {
    return { kind: 'serviceToken', url: url ?? SENTRY_IO, token };
  }
  return url === null ? { kind: 'embedded' } : { kind: 'passThrough', url };
}
