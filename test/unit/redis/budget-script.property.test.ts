import fc from 'fast-check';
import { expect } from 'vitest';
import { createRedisClient } from '../../../src/redis/client.ts';
import type { RateLimit } from '../../../src/sentry/rate-limit.ts';
import {
  argumentsOf,
  BUDGET_SCRIPT,
  type Grant,
  LEASE_MS,
  type Report,
  readGrant,
} from '../../../src/upstream/budget-script.ts';
import { KnownLimits } from '../../../src/upstream/known-limits.ts';
import { RateBudgets, type Ticket } from '../../../src/upstream/rate-budgets.ts';
import { RateWindow } from '../../../src/upstream/rate-window.ts';
import type { Holder } from '../../../src/upstream/shared-budgets.ts';
import { SharedWindow } from '../../../src/upstream/shared-window.ts';
import { redisTest, startRedis } from '../../harness/redis.ts';
import { RUNS } from '../../harness/runs.ts';

const ENDPOINT = { method: 'GET', label: '/hashes/' } as const;
const REPLICAS = 4;
const HEARTBEAT_MS = 1_000;
const START_MS = 1_700_000_000_000;

interface Ask {
  readonly afterMs: number;
  readonly replica: number;
  readonly toServerMs: number;
  readonly fromServerMs: number;
}

interface World {
  readonly limit: number;
  readonly windowSeconds: number;
  readonly concurrentLimit: number;
  readonly asks: readonly Ask[];
  /** When the first replica dies. */
  readonly deathMs: number;
  /** Every so many replies of Redis is lost. */
  readonly lossEvery: number;
  /** @default 0 */
  readonly redisMs?: number;
}

/** Runs the script at a time that the test sets. */
type RunScript = (key: string, args: (string | number)[], atMs: number) => Promise<unknown>;

const SOURCE = BUDGET_SCRIPT.source.replace("redis.call('TIME')", '{ KEYS[2], KEYS[3] }');

/** Replicas with a queue each, and a server that counts as Sentry does. All but Redis is simulated. */
class Simulation {
  readonly server = { window: -1, used: 0, inFlight: 0, refused: 0, answered: 0 };
  readonly #world: World;
  readonly #run: RunScript;
  readonly #agenda: { readonly atMs: number; readonly act: () => void }[] = [];
  lastAnswerMs = 0;
  #nowMs = START_MS;
  #exchanges: Promise<unknown>[] = [];
  #replies = 0;

  constructor(world: World, run: RunScript) {
    this.#world = world;
    this.#run = run;
  }

  later(ms: number, act: () => void): void {
    this.#agenda.push({ atMs: this.#nowMs + ms, act });
  }

  now = () => this.#nowMs;

  exchange(key: string, report: Omit<Report, 'shares'>): Promise<Grant | null> {
    const { lossEvery, redisMs = 0 } = this.#world;
    const running = this.#run(key, argumentsOf({ ...report, shares: 1 }), this.#nowMs);
    this.#exchanges.push(running);
    return running.then((reply) => {
      this.#replies += 1;
      const grant = this.#replies % lossEvery === 0 ? null : readGrant(reply);
      return new Promise((resolve) => this.later(redisMs, () => resolve(grant)));
    });
  }

  async play(): Promise<void> {
    for (let turns = 0; this.#agenda.length > 0 && turns < 20_000; turns += 1) {
      this.#agenda.sort((one, other) => one.atMs - other.atMs);
      const next = this.#agenda.shift();
      this.#nowMs = Math.max(this.#nowMs, next?.atMs ?? this.#nowMs);
      next?.act();
      await this.#settle();
    }
  }

  async #settle(): Promise<void> {
    do {
      // A window begins its exchange after the act.
      await new Promise(setImmediate);
      await Promise.all(this.#exchanges.splice(0));
    } while (this.#exchanges.length > 0);
    await new Promise(setImmediate);
  }

  /** @param answered - Gets the headers of the response. */
  arrive(ask: Ask, answered: (rateLimit: RateLimit, isRefused: boolean) => void): void {
    const { server } = this;
    const { limit, windowSeconds, concurrentLimit } = this.#world;
    const window = Math.floor(this.#nowMs / 1000 / windowSeconds);
    server.used = window === server.window ? server.used + 1 : 1;
    server.window = window;
    server.inFlight += 1;
    const isRefused = server.used > limit || server.inFlight > concurrentLimit;
    server.refused += isRefused ? 1 : 0;
    const reset = (window + 1) * windowSeconds;
    const remaining = Math.max(0, limit - server.used);
    this.later(ask.fromServerMs / 2, () => {
      server.inFlight -= 1;
    });
    this.later(ask.fromServerMs, () => {
      server.answered += 1;
      this.lastAnswerMs = this.#nowMs - START_MS;
      const resetInMs = Math.max(0, reset * 1000 - this.#nowMs);
      const times = { reset, resetInMs, resetAtMs: reset * 1000 };
      answered(
        { limit, remaining, concurrentLimit, concurrentRemaining: null, ...times },
        isRefused,
      );
    });
  }
}

class Replica {
  #isDead = false;
  readonly waiting: Ask[] = [];
  readonly budgets: RateBudgets;
  /** When its last request was answered. */
  lastAnswerMs = 0;
  readonly #alarms = new Set<number>();
  readonly #holders = new Set<Holder>();
  readonly #simulation: Simulation;

  /** @param key - Null for a replica that shares no budget. */
  constructor(simulation: Simulation, name: string, key: string | null) {
    this.#simulation = simulation;
    const { now } = simulation;
    const budgets = {
      areShared: () => true,
      replicas: REPLICAS,
      newHolderName: () => name,
      add: (holder: Holder) => this.#beat(holder),
      remove: (holder: Holder) => this.#holders.delete(holder),
      exchange: (key: string, report: Omit<Report, 'shares'>) =>
        this.#isDead ? new Promise<null>(() => {}) : simulation.exchange(key, report),
    };
    this.budgets = new RateBudgets(new KnownLimits(), (_bucket, limit) =>
      key === null
        ? new RateWindow(limit)
        : new SharedWindow(limit, { budgets, key, now, served: () => this.serve() }),
    );
  }

  /** From now on it sends nothing and hears nothing. */
  die(): void {
    this.#isDead = true;
  }

  ask(ask: Ask): void {
    this.waiting.push(ask);
    this.serve();
  }

  serve(): void {
    if (this.#isDead) {
      return;
    }
    const { now } = this.#simulation;
    while (this.waiting.length > 0 && this.budgets.opensAt(ENDPOINT, now()) <= now()) {
      const ask = this.waiting.shift();
      if (ask) {
        const ticket = this.budgets.sent(ENDPOINT, now());
        this.#simulation.later(ask.toServerMs, () => this.#send(ask, ticket));
      }
    }
    const opensAt = this.budgets.opensAt(ENDPOINT, now());
    if (this.waiting.length > 0 && Number.isFinite(opensAt) && !this.#alarms.has(opensAt)) {
      this.#alarms.add(opensAt);
      this.#simulation.later(opensAt - now(), () => this.serve());
    }
    this.budgets.want(
      this.waiting.map(() => ENDPOINT),
      1_000,
    );
  }

  #send(ask: Ask, ticket: Ticket): void {
    this.#simulation.arrive(ask, (rateLimit, isRefused) => {
      if (!this.#isDead) {
        this.lastAnswerMs = this.#simulation.now() - START_MS;
        const rest = { wasSent: true, hasAnswer: true, isOk: !isRefused, retryAfterMs: undefined };
        this.budgets.ended(ticket, { ...rest, isRefused, rateLimit }, this.#simulation.now());
        this.serve();
      }
    });
  }

  #beat(holder: Holder): void {
    if (this.#holders.has(holder)) {
      return;
    }
    this.#holders.add(holder);
    const beat = () => {
      if (!this.#isDead && this.#holders.has(holder)) {
        holder.report();
        this.serve();
        this.#simulation.later(HEARTBEAT_MS, beat);
      }
    };
    this.#simulation.later(HEARTBEAT_MS, beat);
  }
}

const worlds: fc.Arbitrary<World> = fc.record({
  limit: fc.integer({ min: 5, max: 40 }),
  windowSeconds: fc.constantFrom(1, 2, 10),
  concurrentLimit: fc.integer({ min: 5, max: 25 }),
  deathMs: fc.integer({ min: 0, max: 10_000 }),
  lossEvery: fc.integer({ min: 3, max: 50 }),
  asks: fc.array(
    fc.record({
      afterMs: fc.oneof(fc.constant(0), fc.nat(200)),
      replica: fc.nat(REPLICAS - 1),
      toServerMs: fc.integer({ min: 1, max: 300 }),
      fromServerMs: fc.integer({ min: 1, max: 300 }),
    }),
    { minLength: 1, maxLength: 120, size: 'max' },
  ),
});

/** Runs the script on a real Redis. */
async function withScript(test: (run: RunScript) => Promise<void>): Promise<void> {
  await using redis = await startRedis();
  const address = { host: '127.0.0.1', port: redis.port };
  const url = { isTls: false, username: '', password: '', addresses: [address], database: 0 };
  const sentinel = { sentinelName: '', sentinelUser: '', sentinelPassword: '' };
  const rest = { ...sentinel, ca: null, sharedSecret: '', commandTimeoutMs: 1_000 };
  const client = createRedisClient({ url, mode: 'single', ...rest }, () => {});
  await client.connect();
  try {
    await test((key, args, atMs) => {
      const second = Math.floor(atMs / 1_000);
      const time = [String(second), String(Math.floor((atMs - second * 1_000) * 1_000))];
      return client.eval(SOURCE, [key, ...time], args.map(String));
    });
  } finally {
    client.destroy();
  }
}

redisTest(
  'replicas with one budget are never refused, and what a dead one held comes back',
  () =>
    withScript(async (run) => {
      let cases = 0;
      const property = fc.asyncProperty(worlds, async (world) => {
        cases += 1;
        const key = `budget ${cases}`;
        const simulation = new Simulation(world, run);
        const replicas = Array.from(
          { length: REPLICAS },
          (_, index) => new Replica(simulation, `replica ${index}`, key),
        );
        let dueMs = 0;
        for (const ask of world.asks) {
          dueMs += ask.afterMs;
          simulation.later(dueMs, () => replicas[ask.replica]?.ask(ask));
        }
        const [dying, ...living] = replicas;
        simulation.later(world.deathMs, () => dying?.die());
        await simulation.play();
        expect(simulation.server.refused).toBe(0);
        expect(living.flatMap(({ waiting }) => waiting)).toEqual([]);
        expect(living.map(({ budgets }) => budgets.inFlight)).toEqual([0, 0, 0]);
        // After the lease of the dead one and the longest window, all permits can be had. An answer says that no
        // other program uses the budget: what the dead one sent looked like that.
        const { limit, concurrentLimit } = world;
        const atMs = simulation.now() + Math.max(LEASE_MS, 10_000);
        const window = { reset: Math.ceil(atMs / 1_000) + 1, resetInMs: 1_000 };
        const answer = { ...window, limit, remaining: limit - 1, concurrentLimit, passed: 1 };
        const report = { holder: 'last', held: 0, blockMs: 0, uncounted: 0, shares: 1 };
        await run(key, argumentsOf({ ...report, wanted: 0, answers: [answer] }), atMs);
        const asked = argumentsOf({ ...report, wanted: 100, answers: [] });
        const reply = await run(key, asked, atMs + 10_000);
        expect(readGrant(reply)?.granted).toBe(Math.min(limit, concurrentLimit));
      });
      await fc.assert(property, { numRuns: Math.min(1_000, Math.ceil(RUNS.fuzz / 4)) });
    }),
  600_000,
);

redisTest(
  'four replicas together send at least nine tenths of what one with the whole budget sends',
  () =>
    withScript(async (run) => {
      for (const latencyMs of [50, 300, 900]) {
        const requests = 600;
        const [alone, together] = await Promise.all(
          [1, REPLICAS].map(async (count) => {
            const world = { limit: 40, windowSeconds: 1, concurrentLimit: 25, redisMs: 1 };
            const rest = { asks: [], deathMs: 0, lossEvery: Number.POSITIVE_INFINITY };
            const simulation = new Simulation({ ...world, ...rest }, run);
            const replicas = Array.from(
              { length: count },
              (_, index) =>
                new Replica(simulation, `${index}`, count === 1 ? null : `budget ${latencyMs}`),
            );
            const half = latencyMs / 2;
            const ask = { afterMs: 0, replica: 0, toServerMs: half, fromServerMs: half };
            for (let sent = 0; sent < requests; sent += 1) {
              simulation.later(0, () => replicas[sent % count]?.ask(ask));
            }
            await simulation.play();
            expect(simulation.server).toMatchObject({ refused: 0, answered: requests });
            return simulation.lastAnswerMs;
          }),
        );
        const share = (alone ?? 0) / (together ?? 1);
        process.stdout.write(
          `budget: ${latencyMs} ms: one replica ${alone} ms, four ${together} ms: ${share.toFixed(2)}\n`,
        );
        expect(share).toBeGreaterThan(0.9);
      }
    }),
  600_000,
);

redisTest(
  'where there are more busy replicas than permits, none waits for another to finish',
  () =>
    withScript(async (run) => {
      const world = { limit: 1_000, windowSeconds: 1, concurrentLimit: 5, redisMs: 1, asks: [] };
      const rest = { deathMs: 0, lossEvery: Number.POSITIVE_INFINITY };
      const simulation = new Simulation({ ...world, ...rest }, run);
      const replicas = Array.from(
        { length: 7 },
        (_, index) => new Replica(simulation, `${index}`, 'fair'),
      );
      const ask = { afterMs: 0, replica: 0, toServerMs: 50, fromServerMs: 50 };
      for (let sent = 0; sent < 280; sent += 1) {
        simulation.later(0, () => replicas[sent % replicas.length]?.ask(ask));
      }
      await simulation.play();
      expect(simulation.server).toMatchObject({ refused: 0, answered: 280 });
      // Without turns, the first ones would be ready long before the last one.
      const ends = replicas.map(({ lastAnswerMs }) => lastAnswerMs);
      expect(Math.min(...ends)).toBeGreaterThan(0.75 * Math.max(...ends));
    }),
  600_000,
);
