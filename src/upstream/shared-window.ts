import type { RateLimit } from '../sentry/rate-limit.ts';
import type { Answers } from './budget-script.ts';
import { RateWindow, type WindowUse } from './rate-window.ts';
import type { Holder, SharedBudgets } from './shared-budgets.ts';

interface SharedWindowOptions {
  readonly budgets: Pick<
    SharedBudgets,
    'add' | 'areShared' | 'exchange' | 'newHolderName' | 'remove' | 'replicas'
  >;
  /** Redis key of the budget. */
  readonly key: string;
  readonly now: () => number;
  /** Called after an answer of Redis, or when there is none. */
  readonly served: () => void;
}

interface KeptAnswers extends Omit<Answers, 'resetInMs'> {
  readonly resetAtMs: number;
}

/**
 * A window whose requests need a permit of a budget that replicas share. While Redis does not answer, it is this
 * replica's part of the window that this process knows.
 */
export class SharedWindow extends RateWindow implements Holder {
  readonly #options: SharedWindowOptions;
  readonly #holder: string;
  #inFlight = 0;
  #permits = 0;
  /** Permits for requests in flight and waiting ones. */
  #wanted = 0;
  #wantedInRedis = 0;
  #askAgainAtMs = 0;
  #hasNews = false;
  #isScheduled = false;
  #isExchanging = false;
  #answers = new Map<number, KeptAnswers>();
  #uncounted = 0;
  #blockedUntilMs = 0;
  #lastOfAll: WindowUse | null = null;

  constructor(limit: number | null | undefined, options: SharedWindowOptions) {
    super(limit);
    this.#options = options;
    this.#holder = options.budgets.newHolderName();
  }

  override get last(): WindowUse | null {
    return this.#isShared(this.#options.now()) ? this.#lastOfAll : super.last;
  }

  protected override get sharers(): number {
    return this.#options.budgets.replicas;
  }

  override opensAt(nowMs: number): number {
    if (!this.#isShared(nowMs)) {
      return super.opensAt(nowMs);
    }
    if (this.#permits > 0) {
      return nowMs;
    }
    return this.#askAgainAtMs > nowMs ? this.#askAgainAtMs : Number.POSITIVE_INFINITY;
  }

  override want(waiting: number): void {
    this.#wanted = waiting;
    this.#schedule();
  }

  override enter(nowMs: number): void {
    super.enter(nowMs);
    this.#inFlight += 1;
    if (this.#permits > 0 && this.#isShared(nowMs)) {
      this.#permits -= 1;
    } else {
      this.#permits = 0;
      this.report();
    }
  }

  override leave(): void {
    super.leave();
    this.#inFlight -= 1;
    this.report();
  }

  override answered(rateLimit: RateLimit, isRefused: boolean, nowMs: number): void {
    super.answered(rateLimit, isRefused, nowMs);
    const { reset, limit, remaining, concurrentLimit, resetInMs } = rateLimit;
    const before = this.#answers.get(reset);
    this.#answers.set(reset, {
      reset,
      limit,
      remaining: Math.min(remaining, before?.remaining ?? remaining),
      concurrentLimit,
      passed: (before?.passed ?? 0) + (isRefused ? 0 : 1),
      resetAtMs: before?.resetAtMs ?? nowMs + resetInMs,
    });
    this.report();
  }

  override unanswered(hasAnswer: boolean, nowMs: number): void {
    super.unanswered(hasAnswer, nowMs);
    this.#uncounted += 1;
    this.report();
  }

  override block(retryAfterMs: number | undefined, nowMs: number): number {
    this.#blockedUntilMs = super.block(retryAfterMs, nowMs);
    this.report();
    return this.#blockedUntilMs;
  }

  report(): void {
    this.#hasNews = true;
    this.#options.budgets.add(this);
    this.#schedule();
  }

  #isShared(nowMs: number): boolean {
    return this.#options.budgets.areShared(nowMs) && this.limit !== null;
  }

  /** What changes together is one report. */
  #schedule(): void {
    if (!this.#isScheduled && !this.#isExchanging) {
      this.#isScheduled = true;
      queueMicrotask(() => {
        this.#isScheduled = false;
        void this.#exchange();
      });
    }
  }

  async #exchange(): Promise<void> {
    const { budgets, key, now, served } = this.#options;
    const nowMs = now();
    if (!this.#isShared(nowMs)) {
      return;
    }
    const wanted = Math.max(0, this.#wanted - this.#permits);
    const unused = Math.max(0, this.#permits - this.#wanted);
    const asks = wanted > 0 && nowMs >= this.#askAgainAtMs;
    if (!asks && !this.#hasNews && unused === 0 && (wanted > 0 || this.#wantedInRedis === 0)) {
      return;
    }
    this.#isExchanging = true;
    this.#permits -= unused;
    const answers = [...this.#answers.values()].map(({ resetAtMs, ...kept }) => ({
      ...kept,
      resetInMs: Math.max(0, resetAtMs - nowMs),
    }));
    const report = {
      holder: this.#holder,
      held: this.#inFlight + this.#permits,
      wanted,
      blockMs: Math.max(0, this.#blockedUntilMs - nowMs),
      uncounted: this.#uncounted,
      answers,
    };
    this.#hasNews = false;
    this.#answers = new Map();
    this.#uncounted = 0;
    const grant = await budgets.exchange(key, report);
    this.#isExchanging = false;
    if (grant === null) {
      this.#permits = 0;
      this.#hasNews = true;
    } else {
      this.#permits += grant.granted;
      this.#wantedInRedis = wanted - grant.granted;
      this.#askAgainAtMs = grant.waitMs > 0 ? now() + grant.waitMs : 0;
      this.#lastOfAll = grant.last ?? this.#lastOfAll;
      if (this.#inFlight + this.#permits + this.#wantedInRedis > 0 || this.#hasNews) {
        budgets.add(this);
      } else {
        budgets.remove(this);
      }
    }
    served();
    this.#schedule();
  }
}
