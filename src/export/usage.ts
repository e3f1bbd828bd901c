import type { Middleware } from '../sentry/request.ts';
import type { UpstreamEvents } from '../upstream/events.ts';

/** What an export has taken from Sentry so far. */
export interface Usage {
  /** Requests that were sent, retries included. */
  readonly requests: number;
  /** Time in which at least one request waited for the rate limit, in milliseconds. */
  readonly waitedMs: number;
}

export class UsageMeter {
  #requests = 0;
  #waitedMs = 0;
  #waiting = 0;
  #sinceMs = 0;

  middleware(inner: Middleware): Middleware {
    return (send) => {
      const sendInner = inner(send);
      return (request) => {
        this.#requests += 1;
        return sendInner(request);
      };
    };
  }

  /** For one server of several. */
  readonly eventsOf = (): UpstreamEvents => {
    let ofServer = 0;
    return {
      queueChanged: ({ waiting }) => {
        this.#count(waiting - ofServer);
        ofServer = waiting;
      },
    };
  };

  read(): Usage {
    this.#count(0);
    return { requests: this.#requests, waitedMs: this.#waitedMs };
  }

  /** Counts the time since the last change, and then the change of waiting requests. */
  #count(change: number): void {
    const nowMs = performance.now();
    this.#waitedMs += this.#waiting > 0 ? nowMs - this.#sinceMs : 0;
    this.#sinceMs = nowMs;
    this.#waiting += change;
  }
}
