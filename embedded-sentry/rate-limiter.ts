import type { Answer } from './answer.ts';
import type { Identity } from './tokens.ts';

export interface Limit {
  /** Requests of one caller in one window. */
  readonly limit: number;
  /** Windows are fixed and begin with whole multiples of this; whole seconds. @default 1 */
  readonly windowSeconds?: number;
  /** Requests of one caller under way at once. @default that of the default limit, or 25 */
  readonly concurrentLimit?: number;
}

/** The limit of an endpoint that does not share the default one. */
export interface EndpointLimit extends Limit {
  readonly method: string;
  /** Matches the path behind `/api/0/`. */
  readonly path: RegExp;
  /** Where callers of one kind have another limit. */
  readonly byKind?: Partial<Record<Identity['kind'], Partial<Limit>>>;
}

export interface RateLimiterOptions extends Limit {
  /** @default none: all requests of one method share the default limit */
  readonly endpoints?: readonly EndpointLimit[];
  /**
   * How many requests another client of the same identity (another gateway, the user's browser)
   * sends for each request that is received. @default 0
   */
  readonly foreignPerRequest?: number;
  /** The body of a refusal: an object with a `detail`, or the bare text of releases up to 2025. @default 'object' */
  readonly wording?: 'object' | 'text';
}

export interface LimitedRequest {
  readonly identity: Identity;
  readonly method: string;
  readonly path: string;
}

/** A counted request: the headers for its response, and how to end it. */
export interface Entry {
  readonly headers: Readonly<Record<string, string>>;
  /** The response, where a limit is reached. */
  readonly refusal: Answer | null;
  leave(): void;
}

interface Bucket {
  window: number;
  used: number;
  inFlight: number;
}

/**
 * Sentry's limiter (`src/sentry/ratelimits`): fixed windows and a bound on requests in flight, for
 * each identity and method. Only endpoints with limits of their own have buckets of their own.
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
      // JSON, but sent with Django's default type.
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: JSON.stringify(wording === 'text' ? sentence : { detail: sentence }),
    });
    if (bucket.used > limit) {
      const sentence = `You are attempting to use this endpoint too frequently. Limit is ${limit} requests in ${windowSeconds} seconds`;
      // Not counted as in flight: old releases write Python's None there, new ones leave it out.
      const unknown = wording === 'text' ? { [CONCURRENT_REMAINING]: 'None' } : {};
      return { headers: { ...headers, ...unknown }, refusal: refuse(sentence), leave() {} };
    }
    bucket.inFlight += 1;
    const remaining = concurrentLimit - bucket.inFlight;
    const sentence = `You are attempting to go above the allowed concurrency for this endpoint. Concurrency limit is ${concurrentLimit}`;
    return {
      headers: { ...headers, [CONCURRENT_REMAINING]: `${Math.max(0, remaining)}` },
      refusal: remaining < 0 ? refuse(sentence) : null,
      leave() {
        bucket.inFlight -= 1;
      },
    };
  };
}

const CONCURRENT_REMAINING = 'x-sentry-rate-limit-concurrentremaining';
