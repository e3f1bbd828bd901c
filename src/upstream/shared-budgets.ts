import { randomUUID } from 'node:crypto';
import { toKey } from '../key.ts';
import { KEY_PREFIX, type Script, type SharedStore } from '../redis/shared-store.ts';
import { argumentsOf, BUDGET_SCRIPT, type Grant, type Report, readGrant } from './budget-script.ts';

/** A part of a budget that one process holds. */
export interface Holder {
  /** Sends its report, even if nothing has changed. */
  report(): void;
}

export interface SharedBudgetsState {
  /** False while each replica uses its own part of the last known budgets. */
  readonly areShared: boolean;
  /** Replicas that were seen last, this one included. */
  readonly replicas: number;
}

interface SharedBudgetsOptions {
  readonly store: SharedStore;
  readonly changed: (state: SharedBudgetsState) => void;
}

/** Holders report at least as often: several times in the time of a lease. */
const INTERVAL_MS = 1_000;
/** After it, a replica that has not said that it is there counts no more. */
const REPLICA_MS = 10_000;
/** After an outage, replicas need this time until Redis knows again what each of them holds. */
const RECOVERY_MS = 2 * INTERVAL_MS;
/** Maximum time that a start waits for Redis. */
const START_MS = 500;

const PRESENCE_SCRIPT: Script = {
  name: 'replicas',
  source: `
local time = redis.call('TIME')
if ARGV[2] == 'leaves' then
  return redis.call('ZREM', KEYS[1], ARGV[1])
end
redis.call('ZADD', KEYS[1], time[1], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', time[1] - ${REPLICA_MS / 1_000})
redis.call('PEXPIRE', KEYS[1], ${REPLICA_MS})
return redis.call('ZCARD', KEYS[1])
`,
};

/** The budgets of requests to all servers, which replicas share through Redis. */
export class SharedBudgets {
  /** Resolves when Redis has answered, but after half a second at the latest. */
  readonly started: Promise<void>;
  readonly #id = randomUUID();
  readonly #store: SharedStore;
  readonly #changed: (state: SharedBudgetsState) => void;
  readonly #holders = new Set<Holder>();
  readonly #timer: NodeJS.Timeout;
  #holderCount = 0;
  #replicas = 1;
  #failedUntilMs = Number.NEGATIVE_INFINITY;
  #recoversUntilMs = Number.NEGATIVE_INFINITY;
  #lastState = '';

  constructor({ store, changed }: SharedBudgetsOptions) {
    this.#store = store;
    this.#changed = changed;
    this.#timer = setInterval(() => void this.#tick(), INTERVAL_MS).unref();
    this.started = new Promise((resolve) => {
      store.onReachable(() => {
        this.#recoversUntilMs = performance.now() + RECOVERY_MS;
        void this.#tick().then(resolve);
      });
      setTimeout(resolve, START_MS).unref();
    });
  }

  get replicas(): number {
    return this.#replicas;
  }

  areShared(nowMs: number): boolean {
    return nowMs >= this.#failedUntilMs && this.#store.isReachable();
  }

  /** @param owner - Whose requests the server counts: the same text on all replicas. */
  keyOf(server: string, owner: string, bucket: string): string {
    return `${KEY_PREFIX}budget:{${this.#store.secret.hash(toKey(server, owner, bucket))}}`;
  }

  newHolderName(): string {
    this.#holderCount += 1;
    return `${this.#id}:${this.#holderCount}`;
  }

  /** Asks the holder for a report regularly, until it is removed. */
  add(holder: Holder): void {
    this.#holders.add(holder);
  }

  remove(holder: Holder): void {
    this.#holders.delete(holder);
  }

  /** Resolves to null if Redis does not answer in time. */
  async exchange(key: string, report: Omit<Report, 'shares'>): Promise<Grant | null> {
    const shares = performance.now() < this.#recoversUntilMs ? this.#replicas : 1;
    const reply = await this.#store.run(BUDGET_SCRIPT, [key], argumentsOf({ ...report, shares }));
    const grant = readGrant(reply);
    if (grant === null) {
      this.#failedUntilMs = performance.now() + INTERVAL_MS;
      this.#recoversUntilMs = this.#failedUntilMs + RECOVERY_MS;
    }
    return grant;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#announce('leaves');
  }

  #announce(change: 'is there' | 'leaves'): Promise<unknown> {
    return this.#store.run(PRESENCE_SCRIPT, [`${KEY_PREFIX}replicas`], [this.#id, change]);
  }

  async #tick(): Promise<void> {
    const nowMs = performance.now();
    if (this.areShared(nowMs)) {
      for (const holder of this.#holders) {
        holder.report();
      }
      const seen = await this.#announce('is there');
      // After an outage the others come back one by one.
      if (typeof seen === 'number' && (nowMs >= this.#recoversUntilMs || seen > this.#replicas)) {
        this.#replicas = Math.max(1, seen);
      }
    }
    this.#reportState(nowMs);
  }

  #reportState(nowMs: number): void {
    const state = { areShared: this.areShared(nowMs), replicas: this.#replicas };
    const text = toKey(state.areShared, state.replicas);
    if (text !== this.#lastState) {
      this.#lastState = text;
      this.#changed(state);
    }
  }
}
