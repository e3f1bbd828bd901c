import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SentryError, type SentryErrorKind } from '../../../src/sentry/errors.ts';
import { RetryBudget, waitBeforeRetry } from '../../../src/upstream/retry.ts';

const POLICY = { maxRetries: 3, baseDelayMs: 100, maxDelayMs: 1_000 };
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function failure(kind: SentryErrorKind, status?: number, retryAfterMs?: number) {
  return new SentryError(kind, 'x', {
    ...(status === undefined ? {} : { status }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

const passing = fc.constantFrom(
  failure('rateLimited', 429),
  failure('unavailable', 502),
  failure('unavailable', 503),
  failure('timeout', 504),
  failure('unavailable'),
);

test('a transient failure is retried within the backoff, which doubles up to its maximum', () => {
  fc.assert(
    fc.property(passing, random, fc.integer({ min: 1, max: 3 }), (error, draw, tries) => {
      const waitMs = waitBeforeRetry(POLICY, {
        error,
        tries,
        leftMs: Number.POSITIVE_INFINITY,
        random: draw,
      });
      expect(waitMs).toBeGreaterThanOrEqual(0);
      expect(waitMs).toBeLessThanOrEqual(Math.min(1_000, 100 * 2 ** (tries - 1)));
    }),
  );
});

test('no wait ends at or after the deadline, and none is shorter than the upstream asked for', () => {
  fc.assert(
    fc.property(random, fc.nat(5_000), fc.integer({ min: 1, max: 10_000 }), (draw, after, left) => {
      const waitMs = waitBeforeRetry(POLICY, {
        error: failure('rateLimited', 429, after),
        tries: 1,
        leftMs: left,
        random: draw,
      });
      if (waitMs === null) {
        expect(after + 100).toBeGreaterThanOrEqual(left);
      } else {
        expect(waitMs).toBeGreaterThanOrEqual(after);
        expect(waitMs).toBeLessThan(left);
      }
    }),
  );
});

test.each([
  ['a refusal', failure('refused', 400)],
  ['an unknown token', failure('unauthenticated', 401)],
  ['a server error', failure('unavailable', 500)],
  ['a bad body', failure('badResponse')],
  ['a timeout of ours', failure('timeout')],
  ['a caller who left', failure('cancelled')],
  ['a refusal of ours', new SentryError('unavailable', 'x', { wasSent: false })],
  ['a defect', new TypeError('x')],
])('%s is not retried', (_what, error) => {
  const at = { tries: 1, leftMs: Number.POSITIVE_INFINITY, random: 0 };
  expect(waitBeforeRetry(POLICY, { error, ...at })).toBeNull();
});

test('there are never more retries than the policy allows', () => {
  const at = { leftMs: Number.POSITIVE_INFINITY, random: 0 };
  const error = failure('unavailable', 502);
  expect(waitBeforeRetry(POLICY, { error, tries: 3, ...at })).toBe(0);
  expect(waitBeforeRetry(POLICY, { error, tries: 4, ...at })).toBeNull();
});

test("retries stay within the budget's share of the requests, at any rate", () => {
  const policy = { perRequest: 0.2, perSecond: 1, max: 10 };
  const steps = fc.array(fc.record({ afterMs: fc.nat(500), isRequest: fc.boolean() }), {
    maxLength: 300,
    size: 'max',
  });
  fc.assert(
    fc.property(steps, (all) => {
      let nowMs = 0;
      const budget = new RetryBudget(policy, nowMs);
      let requests = 0;
      let retries = 0;
      for (const { afterMs, isRequest } of all) {
        nowMs += afterMs;
        if (isRequest) {
          requests += 1;
          budget.earn(nowMs);
          continue;
        }
        retries += budget.spend(nowMs) ? 1 : 0;
      }
      expect(retries).toBeLessThanOrEqual(10 + 0.2 * requests + nowMs / 1_000 + 1e-6);
    }),
  );
});
