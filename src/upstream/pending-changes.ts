import { setTimeout as sleep } from 'node:timers/promises';
import type { Middleware, SendRequest } from '../sentry/request.ts';

/** The changes that are under way, also those whose caller no longer waits for them. */
export class PendingChanges {
  readonly #pending = new Set<Promise<unknown>>();

  readonly layer: Middleware = (send) => (request) =>
    request.endpoint.changes === undefined ? send(request) : this.#track(send, request);

  /** Resolves when none is under way, or after `graceMs`. */
  async settle(graceMs: number): Promise<void> {
    const over = new AbortController();
    const grace = sleep(graceMs, undefined, { signal: over.signal }).catch(() => undefined);
    await Promise.race([grace, this.#settled()]);
    over.abort();
  }

  async #settled(): Promise<void> {
    while (this.#pending.size > 0) {
      await Promise.allSettled(this.#pending);
      // A mutation may send its next change once the one before is answered.
      await sleep(0);
    }
  }

  #track(send: SendRequest, request: Parameters<SendRequest>[0]): ReturnType<SendRequest> {
    const answer = send(request);
    this.#pending.add(answer);
    const forget = () => this.#pending.delete(answer);
    answer.then(forget, forget);
    return answer;
  }
}
