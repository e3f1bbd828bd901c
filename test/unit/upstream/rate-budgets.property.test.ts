import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RateLimit } from '../../../src/sentry/rate-limit.ts';
import { KnownLimits } from '../../../src/upstream/known-limits.ts';
import { RateBudgets, type Ticket } from '../../../src/upstream/rate-budgets.ts';

interface Ask {
  readonly afterMs: number;
  readonly endpoint: string;
  readonly toServerMs: number;
  readonly fromServerMs: number;
}

interface World {
  readonly limit: number;
  readonly windowSeconds: number;
  readonly concurrentLimit: number | null;
  readonly asks: readonly Ask[];
}

/**
 * Simulates callers, the windows under test, and a server with fixed windows and a clock of its own. Returns
 * the numbers of refused and answered requests.
 */
function play({ limit, windowSeconds, concurrentLimit, asks }: World) {
  const budgets = new RateBudgets(new KnownLimits());
  const endpointOf = (label: string) => ({ method: 'GET', label }) as const;
  const server = { window: -1, used: 0, inFlight: 0, refused: 0, answered: 0 };
  const waiting: Ask[] = [];
  const agenda: { atMs: number; act: () => void }[] = [];
  let nowMs = 1_700_000_000_000;
  const later = (ms: number, act: () => void) => agenda.push({ atMs: nowMs + ms, act });

  function arrive(ask: Ask, ticket: Ticket): void {
    const window = Math.floor(nowMs / 1000 / windowSeconds);
    server.used = window === server.window ? server.used + 1 : 1;
    server.window = window;
    server.inFlight += 1;
    const isRefused =
      server.used > limit || (concurrentLimit !== null && server.inFlight > concurrentLimit);
    server.refused += isRefused ? 1 : 0;
    const rateLimit: RateLimit = {
      limit,
      remaining: Math.max(0, limit - server.used),
      reset: (window + 1) * windowSeconds,
      resetAtMs: 0,
      resetInMs: 0,
      concurrentLimit,
      concurrentRemaining: null,
    };
    later(ask.fromServerMs / 2, () => {
      server.inFlight -= 1;
    });
    later(ask.fromServerMs, () => {
      server.answered += 1;
      const resetInMs = Math.max(0, rateLimit.reset * 1000 - nowMs);
      const ending = { wasSent: true, hasAnswer: true, isOk: !isRefused, retryAfterMs: undefined };
      budgets.ended(
        ticket,
        { ...ending, isRefused, rateLimit: { ...rateLimit, resetInMs } },
        nowMs,
      );
      serve();
    });
  }

  function serve(): void {
    for (const ask of [...waiting]) {
      const at = budgets.opensAt(endpointOf(ask.endpoint), nowMs);
      if (at <= nowMs) {
        waiting.splice(waiting.indexOf(ask), 1);
        const ticket = budgets.sent(endpointOf(ask.endpoint), nowMs);
        later(ask.toServerMs, () => arrive(ask, ticket));
      } else if (Number.isFinite(at)) {
        later(at - nowMs, serve);
        return;
      }
    }
  }

  let dueMs = 0;
  for (const ask of asks) {
    dueMs += ask.afterMs;
    later(dueMs, () => {
      waiting.push(ask);
      serve();
    });
  }
  for (let turns = 0; agenda.length > 0 && turns < 200_000; turns += 1) {
    agenda.sort((a, b) => a.atMs - b.atMs);
    const next = agenda.shift();
    nowMs = Math.max(nowMs, next?.atMs ?? nowMs);
    next?.act();
  }
  return server;
}

const world = (endpoints: readonly string[]): fc.Arbitrary<World> =>
  fc.record({
    // At least the burst that may be sent before the first response.
    limit: fc.integer({ min: 5 * endpoints.length, max: 50 }),
    windowSeconds: fc.constantFrom(1, 2, 60),
    concurrentLimit: fc.option(fc.integer({ min: 5 * endpoints.length, max: 30 })),
    asks: fc.array(
      fc.record({
        afterMs: fc.oneof(fc.constant(0), fc.nat(400)),
        endpoint: fc.constantFrom(...endpoints),
        toServerMs: fc.integer({ min: 1, max: 600 }),
        fromServerMs: fc.integer({ min: 1, max: 600 }),
      }),
      { minLength: 1, maxLength: 120, size: 'max' },
    ),
  });

test('a server with fixed windows never has to refuse, and every request is answered', () => {
  fc.assert(
    fc.property(world(['hashes']), (given) => {
      const { refused, answered } = play(given);
      expect(refused).toBe(0);
      expect(answered).toBe(given.asks.length);
    }),
  );
});

test('endpoints with the same limit share a window', () => {
  fc.assert(
    fc.property(world(['hashes', 'issue', 'events']), (given) => {
      const { refused, answered } = play(given);
      expect(refused).toBe(0);
      expect(answered).toBe(given.asks.length);
    }),
  );
});
