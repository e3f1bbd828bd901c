import { SentryError, toCancelled } from '../sentry/errors.ts';
import type { ObservedRateLimit } from '../sentry/rate-limit.ts';
import type { UpstreamEvents } from './events.ts';
import { FairQueue } from './fair-queue.ts';
import type { LimiterPolicy } from './rate-limiter.ts';
import { type Ending, type KnownLimits, TokenWindows } from './token-windows.ts';

export interface TokenQueueOptions {
  readonly policy: LimiterPolicy;
  readonly knownLimits: KnownLimits;
  readonly now: () => number;
  readonly events: UpstreamEvents;
  /** Is told of each change of what waits and what is under way. */
  readonly changed: (change: { readonly waiting: number; readonly underWay: number }) => void;
}

export interface Applicant {
  readonly endpoint: string;
  /** Requests of one owner wait for each other before they make others wait. */
  readonly owner: object;
  readonly signal: AbortSignal | undefined;
}

/** The requests of one token that wait, and those under way. */
export interface TokenQueue {
  /**
   * Resolves when the request may be sent, with what has to be called at its end.
   * @throws SentryError `rateLimited` where it would wait too long, `cancelled` where nobody waits.
   */
  admission(applicant: Applicant): Promise<(ending: Ending) => void>;
  lastRateLimit(): ObservedRateLimit | null;
  isIdle(): boolean;
}

interface Waiter extends Applicant {
  readonly sinceMs: number;
  readonly admit: () => void;
  readonly refuse: (error: SentryError) => void;
}

export function createTokenQueue(options: TokenQueueOptions): TokenQueue {
  const { policy, now, events, changed } = options;
  const windows = new TokenWindows(options.knownLimits);
  const queue = new FairQueue<object, Waiter>(policy.maxWaiting);
  let underWay = 0;
  let alarm: NodeJS.Timeout | undefined;

  const mayGo = ({ endpoint }: Pick<Applicant, 'endpoint'>) =>
    underWay < policy.maxConcurrent && windows.opensAt(endpoint, now()) <= now();

  function begin({ endpoint }: Applicant, sinceMs: number): (ending: Ending) => void {
    underWay += 1;
    windows.sent(endpoint, now());
    changed({ waiting: 0, underWay: 1 });
    events.admitted?.({ endpoint, waitedMs: now() - sinceMs });
    return (ending) => {
      underWay -= 1;
      windows.ended(endpoint, ending, now());
      changed({ waiting: 0, underWay: -1 });
      serve();
    };
  }

  /** Lets go whoever may, in turn. Comes back by itself when the next window opens. */
  function serve(): void {
    clearTimeout(alarm);
    while (underWay < policy.maxConcurrent) {
      const next = queue.take(mayGo);
      if (!next) {
        wakeUp();
        return;
      }
      next.admit();
    }
  }

  function wakeUp(): void {
    if (queue.size === 0) {
      return;
    }
    const at = Math.min(...endpointsWaiting().map((endpoint) => windows.opensAt(endpoint, now())));
    if (Number.isFinite(at)) {
      alarm = setTimeout(serve, Math.max(1, at - now()));
    }
  }

  const endpointsWaiting = () => [...new Set([...queue].map(({ endpoint }) => endpoint))];

  function tooLong(endpoint: string, reason: 'queueFull' | 'queueTime'): SentryError {
    events.limited?.({ endpoint, reason });
    const opensAt = windows.opensAt(endpoint, now());
    return new SentryError(
      'rateLimited',
      reason === 'queueFull'
        ? `More than ${policy.maxWaiting} requests of this token wait for Sentry already.`
        : `Sentry's limits would keep this waiting for more than ${policy.maxWaitMs} ms.`,
      {
        retryAfterMs: Number.isFinite(opensAt) ? Math.max(1_000, opensAt - now()) : 1_000,
        wasSent: false,
      },
    );
  }

  function wait(applicant: Applicant): Promise<(ending: Ending) => void> {
    return new Promise((resolve, reject) => {
      const { endpoint, owner, signal } = applicant;
      const cancel = () => leave(toCancelled());
      const timer = setTimeout(() => leave(tooLong(endpoint, 'queueTime')), policy.maxWaitMs);
      const waiter: Waiter = {
        ...applicant,
        sinceMs: now(),
        admit() {
          stopWaiting();
          resolve(begin(applicant, waiter.sinceMs));
        },
        refuse(error) {
          stopWaiting();
          reject(error);
        },
      };
      function stopWaiting(): void {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
        changed({ waiting: -1, underWay: 0 });
      }
      function leave(error: SentryError): void {
        queue.remove(owner, waiter);
        waiter.refuse(error);
      }
      signal?.addEventListener('abort', cancel, { once: true });
      changed({ waiting: 1, underWay: 0 });
      const evicted = queue.push(owner, waiter);
      evicted?.refuse(tooLong(evicted.endpoint, 'queueFull'));
      serve();
    });
  }

  return {
    async admission(applicant) {
      const { endpoint, signal } = applicant;
      if (signal?.aborted) {
        throw toCancelled();
      }
      if (queue.size === 0 && mayGo(applicant)) {
        return begin(applicant, now());
      }
      const opensAt = windows.opensAt(endpoint, now());
      if (Number.isFinite(opensAt) && opensAt > now() + policy.maxWaitMs) {
        throw tooLong(endpoint, 'queueTime');
      }
      return wait(applicant);
    },
    lastRateLimit: () => windows.lastRateLimit,
    isIdle: () => underWay === 0 && queue.size === 0 && windows.isIdle(now()),
  };
}
