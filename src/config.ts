/** Who answers the gateway's requests, and with whose token. */
export type UpstreamConfig =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'serviceToken'; readonly url: string; readonly token: string }
  | { readonly kind: 'passThrough'; readonly url: string };

export interface Config {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  readonly upstream: UpstreamConfig;
  /** Longest wait for one answer of the upstream. */
  readonly timeoutMs: number;
  /** Whether mutations are refused. */
  readonly isReadOnly: boolean;
}

/** A setting that cannot be used: names the variable, what it got and what it takes. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError for the first setting that cannot be used. */
export function readConfig(env: Environment): Config {
  return {
    host: env['HOST'] || '127.0.0.1',
    port: readWholeNumber(env, 'PORT', { otherwise: 4000, min: 0, max: 65_535 }),
    upstream: readUpstream(env),
    timeoutMs: readWholeNumber(env, 'SENTRY_TIMEOUT_MS', {
      otherwise: 15_000,
      min: 100,
      max: 600_000,
    }),
    isReadOnly: readFlag(env, 'READ_ONLY'),
  };
}

const SENTRY_IO = 'https://sentry.io';

function readUpstream(env: Environment): UpstreamConfig {
  const token = readToken(env);
  const url = readUrl(env);
  if (token) {
    return { kind: 'serviceToken', url: url ?? SENTRY_IO, token };
  }
  return url ? { kind: 'passThrough', url } : { kind: 'embedded' };
}

/** What an HTTP header can carry. The token itself is never shown. */
function readToken(env: Environment): string | null {
  const token = env['SENTRY_AUTH_TOKEN'] || null;
  if (token !== null && !/^[\x21-\x7e]+$/.test(token)) {
    throw new ConfigError(
      `SENTRY_AUTH_TOKEN has ${token.length} characters, some of which no token has: it takes a Sentry token, without spaces or quotes.`,
    );
  }
  return token;
}

function readUrl(env: Environment): string | null {
  const text = env['SENTRY_URL'];
  if (!text) {
    return null;
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.username || url?.password) {
    throw new ConfigError(
      'SENTRY_URL carries a user name or password: it takes the address alone, the token goes into SENTRY_AUTH_TOKEN.',
    );
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new ConfigError(
      `SENTRY_URL is ${JSON.stringify(text)}: it takes the base URL of a Sentry server, such as https://sentry.example.com.`,
    );
  }
  return url.href;
}

function readFlag(env: Environment, name: string): boolean {
  const text = env[name] || 'false';
  if (text !== 'true' && text !== 'false') {
    throw new ConfigError(`${name} is ${JSON.stringify(text)}: it takes true or false.`);
  }
  return text === 'true';
}

interface WholeNumberRange {
  readonly otherwise: number;
  readonly min: number;
  readonly max: number;
}

function readWholeNumber(env: Environment, name: string, range: WholeNumberRange): number {
  const text = env[name];
  if (!text) {
    return range.otherwise;
  }
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= range.min && value <= range.max)) {
    throw new ConfigError(
      `${name} is ${JSON.stringify(text)}: it takes a whole number from ${range.min} to ${range.max}.`,
    );
  }
  return value;
}
