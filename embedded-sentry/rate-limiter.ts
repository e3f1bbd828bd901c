import type { Answer } from './answer.ts';
import type { Identity } from './tokens.ts';

export interface Limit {
  /** Maximum requests of one caller in one window. */
  readonly limit: number;
  /** Length of fixed windows, which begin at its multiples; whole seconds. @default 1 */
  readonly windowSeconds?: number;
  /** Maximum requests of one caller in flight. @default that of the default limit, or 25 */
  readonly concurrentLimit?: number;
}

/** The limit of an endpoint that does not share the default one. */
export interface EndpointLimit extends Limit {
  readonly method: string;
  /** Matches the path after `/api/0/`. */
  readonly path: RegExp;
  /** Different limits for kinds of callers. */
  readonly byKind?: Partial<Record<Identity['kind'], Partial<Limit>>>;
}

export interface RateLimiterOptions extends Limit {
  /** @default none: all requests of one method share the default limit */
  readonly endpoints?: readonly EndpointLimit[];
  /**
   * Number of requests that another client of the same identity (another gateway, the user's browser) sends for
   * each received request. @default 0
   */
  readonly foreignPerRequest?: number;
  /**
   * The body of a refusal: an object with a `detail`, or text as in releases until 2025. @default
   * 'object'
   */
  readonly wording?: 'object' | 'text';
}

export interface LimitedRequest {
  readonly identity: Identity;
  readonly method: string;
  readonly path: string;
}

/** A counted request: the headers for its response, and a function that ends it. */
export interface Entry {
  readonly headers: Readonly<Record<string, string>>;
  /** The response if a limit is reached. */
  readonly refusal: Answer | null;
  /** Later calls do nothing. */
  leave(): void;
}

interface Bucket {
  window: number;
  used: number;
  inFlight: number;
}

/**
 * Sentry's limiter (`src/sentry/ratelimits`): fixed windows and a limit of requests in flight, for each identity
 * and method. Only endpoints with limits of their own have separate buckets.
 */
export function createRateLimiter(options: RateLimiterOptions): (request: LimitedRequest) => Entry {
  const { endpoints = [], foreignPerRequest = 0, wording = 'object' } = options;
  const buckets = new Map<string, Bucket>();

  return ({ identity, method, path }) => {
    const view = endpoints.findIndex(
      (endpoint) => endpoint.method === method && endpoint.path.test(path.replace('/api/0/', '')),
    );
    const {
      limit,
      windowSeconds = 1,
      concurrentLimit = 25,
    } = { ...options, ...endpoints[view], ...endpoints[view]?.byKind?.[identity.kind] };
    const window = Math.floor(Date.now() / 1000 / windowSeconds);
    const key = [identity.kind, identity.id, method, view].join(' ');
    const bucket = buckets.get(key) ?? { window, used: 0, inFlight: 0 };
    buckets.set(key, bucket);
    if (bucket.window !== window) {
      bucket.window = window;
      bucket.used = 0;
    }
    bucket.used += 1 + foreignPerRequest;
    const headers = {
      'x-sentry-rate-limit-limit': `${limit}`,
      'x-sentry-rate-limit-remaining': `${Math.floor(Math.max(0, limit - bucket.used))}`,
      'x-sentry-rate-limit-reset': `${(window + 1) * windowSeconds}`,
      'x-sentry-rate-limit-concurrentlimit': `${concurrentLimit}`,
    };
    const refuse = (sentence: string): Answer => ({
      status: 429,
      // JSON, but with Django's default media type.
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: JSON.stringify(wording === 'text' ? sentence : { detail: sentence }),
    });
    if (bucket.used > limit) {
      const sentence = `You are attempting to use this endpoint too frequently. Limit is ${limit} requests in ${windowSeconds} seconds`;
      // Requests in flight are not counted: old releases send "None" here, new ones omit the header.
      const unknown = wording === 'text' ? { [CONCURRENT_REMAINING]: 'None' } : {};
      return { headers: { ...headers, ...unknown }, refusal: refuse(sentence), leave() {} };
    }
    bucket.inFlight += 1;
    let isInFlight = true;
    const remaining = concurrentLimit - bucket.inFlight;
    const sentence = `You are attempting to go above the allowed concurrency for this endpoint. Concurrency limit is ${concurrentLimit}`;
    return {
      headers: { ...headers, [CONCURRENT_REMAINING]: `${Math.max(0, remaining)}` },
      refusal: remaining < 0 ? refuse(sentence) : null,
      leave() {
        bucket.inFlight -= isInFlight ? 1 : 0;
        isInFlight = false;
      },
    };
  };
}

const CONCURRENT_REMAINING = 'x-sentry-rate-limit-concurrentremaining';
