import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endpoints } from '../../../src/sentry/endpoints.ts';
import { SentryError } from '../../../src/sentry/errors.ts';
import type { RateLimit } from '../../../src/sentry/rate-limit.ts';
import type { SendRequest, SentryAnswer, SentryRequest } from '../../../src/sentry/request.ts';
import { createLimiter, type Limiter } from '../../../src/upstream/rate-limiter.ts';
import { FIRST_BURST } from '../../../src/upstream/rate-window.ts';

beforeEach(() => {
  // Just before a window ends: the first requests count in it and are answered in the next one.
  const now = 1_700_000_000_965;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'], now });
});
afterEach(() => {
  vi.useRealTimers();
});

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Server {
  readonly send: SendRequest;
  refused: number;
  answered: number;
  /** Its responses include rate limit headers. */
  sendsLimits: boolean;
}

/** Counts as Sentry does: in windows of a second, for each identity and kind of endpoint. */
function startServer(limit: number, identityOf: (token: string) => string, latencyMs = 40): Server {
  const buckets = new Map<string, { window: number; used: number }>();
  const server: Server = { send, refused: 0, answered: 0, sendsLimits: true };
  async function send({ token, endpoint }: SentryRequest): Promise<SentryAnswer> {
    await sleep(latencyMs / 2);
    const window = Math.floor(Date.now() / 1000);
    const key = `${identityOf(token)} ${endpoint.hasOwnLimit ? endpoint.label : ''}`;
    const before = buckets.get(key);
    const used = before?.window === window ? before.used + 1 : 1;
    buckets.set(key, { window, used });
    await sleep(latencyMs / 2);
    const resetInMs = (window + 1) * 1000 - Date.now();
    const rateLimit: RateLimit = {
      limit,
      remaining: Math.max(0, limit - used),
      reset: window + 1,
      resetAtMs: (window + 1) * 1000,
      resetInMs: Math.max(0, resetInMs),
      concurrentLimit: null,
      concurrentRemaining: null,
    };
    const observed = server.sendsLimits ? { rateLimit } : {};
    if (used > limit && server.sendsLimits) {
      server.refused += 1;
      const retryAfterMs = Math.max(0, resetInMs);
      throw new SentryError('rateLimited', '429', { status: 429, retryAfterMs, ...observed });
    }
    server.answered += 1;
    return { body: {}, bytes: 2, links: {}, ...observed };
  }
  return server;
}

function startLimiter(now = () => performance.now()): Limiter {
  return createLimiter({
    policy: { maxConcurrent: 25, maxWaiting: 10_000, maxWaitMs: 600_000 },
    events: {},
    now,
    hashToken: (token) => token,
  });
}

function ask(
  limiter: Limiter,
  server: Server,
  token: string,
  endpoint: Ask['endpoint'] = endpoints.issueHashes,
) {
  const request = { endpoint, token, params: {}, query: {} } as unknown as SentryRequest;
  return limiter.middleware(server.send)(request);
}

/** Sends requests again after a 429, and returns the time of the last response. */
async function play(server: Server, limiter: Limiter, asks: readonly Ask[]): Promise<number> {
  const startMs = performance.now();
  let dueMs = 0;
  const all = asks.map(async ({ afterMs = 0, token, endpoint }) => {
    dueMs += afterMs;
    await sleep(dueMs);
    for (;;) {
      try {
        await ask(limiter, server, token, endpoint);
        return;
      } catch (error) {
        expect(error).toMatchObject({ status: 429 });
      }
    }
  });
  await Promise.all([...all, vi.runAllTimersAsync()]);
  return performance.now() - startMs;
}

interface Ask {
  readonly afterMs?: number;
  readonly token: string;
  readonly endpoint?: (typeof ENDPOINTS)[number];
}

const ENDPOINTS = [endpoints.issueHashes, endpoints.issueEvents, endpoints.issue] as const;

test('for any owners of the tokens, all requests are answered, and only first bursts are refused', async () => {
  const world = fc.record({
    limit: fc.integer({ min: 5, max: 40 }),
    users: fc.array(fc.nat(1), { minLength: 1, maxLength: 4 }),
    prefix: fc.constantFrom('sntryu_', 'sntrys_'),
    asks: fc.array(
      fc.record({
        afterMs: fc.oneof(fc.constant(0), fc.nat(300)),
        token: fc.nat(3),
        endpoint: fc.constantFrom(...ENDPOINTS),
      }),
      { minLength: 1, maxLength: 120, size: 'max' },
    ),
  });
  await fc.assert(
    fc.asyncProperty(world, async ({ limit, users, prefix, asks }) => {
      const server = startServer(limit, (token) =>
        prefix === 'sntrys_' ? 'address' : `${users[Number(token.at(-1)) % users.length]}`,
      );
      const named = asks.map((ask) => ({ ...ask, token: `${prefix}${ask.token}` }));
      await play(server, startLimiter(), named);
      expect(server.answered).toBe(asks.length);
      expect(server.refused).toBeLessThanOrEqual(FIRST_BURST * 4 * ENDPOINTS.length);
    }),
  );
});

/** Requests of the tokens in turn. */
const flood = (count: number, ...tokens: readonly string[]): Ask[] =>
  Array.from({ length: count }, (_, index) => ({ token: tokens[index % tokens.length] ?? '' }));

test('tokens of two users do not wait for each other', async () => {
  const limiter = startLimiter();
  const server = startServer(10, (token) => token);
  expect(await play(server, limiter, flood(60, 'sntryu_a', 'sntryu_b'))).toBeLessThan(3_500);
  expect(server.refused).toBe(0);
});

test('tokens of one user share one budget once their windows show it', async () => {
  const limiter = startLimiter();
  const server = startServer(10, () => 'user');
  await play(server, limiter, flood(40, 'sntryu_a', 'sntryu_b'));
  server.refused = 0;
  expect(await play(server, limiter, flood(100, 'sntryu_a', 'sntryu_b'))).toBeGreaterThan(8_000);
  expect(server.refused).toBe(0);
});

test('tokens that were grouped wrongly are separated by the first response that contradicts the group', async () => {
  const limiter = startLimiter();
  let isShared = true;
  const server = startServer(10, (token) => (isShared ? 'user' : token));
  await play(server, limiter, flood(40, 'sntryu_a', 'sntryu_b'));
  isShared = false;
  expect(await play(server, limiter, flood(100, 'sntryu_a', 'sntryu_b'))).toBeLessThan(7_000);
});

test('endpoints with a limit of their own do not wait for the others', async () => {
  const limiter = startLimiter();
  const server = startServer(10, (token) => token);
  const asks = flood(60, 'sntryu_a').map((ask, index) => ({
    ...ask,
    endpoint: index % 2 === 0 ? endpoints.issue : endpoints.issueHashes,
  }));
  await play(server, limiter, asks);
  expect(await play(server, limiter, asks)).toBeLessThan(4_000);
  expect(server.refused).toBe(0);
});

test('if another program uses half of the budget, nearly no request is refused', async () => {
  const limiter = startLimiter();
  const server = startServer(20, () => 'user');
  const browser = async () => {
    for (let index = 0; index < 100; index += 1) {
      await sleep(100);
      await server.send({ token: 'browser', endpoint: endpoints.issueHashes } as SentryRequest);
    }
  };
  const browsing = browser().catch(() => undefined);
  await play(server, limiter, flood(80, 'sntryu_a'));
  await browsing;
  expect(server.refused).toBeLessThanOrEqual(10);
});

test('a window that opens while the limiter reads the clock several times is not missed', async () => {
  const clocks = fc.record({
    // Timers count whole milliseconds, and can fire before the clock shows their time.
    earlyBy: fc.double({ min: 0, max: 0.002, noNaN: true }),
    perReadMs: fc.double({ min: 0.001, max: 1, noNaN: true }),
    count: fc.integer({ min: 6, max: 20 }),
  });
  await fc.assert(
    fc.asyncProperty(clocks, async ({ earlyBy, perReadMs, count }) => {
      const startMs = performance.now();
      let readMs = 0;
      const limiter = startLimiter(() => {
        readMs += perReadMs;
        return (performance.now() - startMs) * (1 - earlyBy) + readMs;
      });
      const server = startServer(5, (token) => token);
      expect(await play(server, limiter, flood(count, 'sntryu_a'))).toBeLessThan(10_000);
      expect(server.answered).toBe(count);
    }),
  );
});

test('a limit that a server has not sent for a minute is forgotten', async () => {
  const limiter = startLimiter();
  const server = startServer(10, (token) => token);
  await play(server, limiter, flood(20, 'sntryu_a'));
  expect(limiter.lastRateLimit('sntryu_a')).toMatchObject({ rateLimit: { limit: 10 } });
  server.sendsLimits = false;
  const slow = await play(server, limiter, flood(50, 'sntryu_a'));
  await vi.advanceTimersByTimeAsync(61_000);
  await play(server, limiter, flood(1, 'sntryu_a'));
  expect(await play(server, limiter, flood(50, 'sntryu_a'))).toBeLessThan(slow / 2);
  expect(limiter.lastRateLimit('sntryu_a')).toBeNull();
});
