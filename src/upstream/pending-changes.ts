import { setTimeout as sleep } from 'node:timers/promises';
import type { Middleware, SendRequest } from '../sentry/request.ts';

/** Changes in progress, including those whose client has disconnected. */
export class PendingChanges {
  readonly #pending = new Set<Promise<unknown>>();

  readonly middleware: Middleware = (send) => (request) =>
    request.endpoint.changes === undefined ? send(request) : this.#track(send, request);

  /** Resolves when none is in progress, or after `graceMs`. */
  async settle(graceMs: number): Promise<void> {
    const timerController = new AbortController();
    const grace = sleep(graceMs, undefined, { signal: timerController.signal }).catch(
      () => undefined,
    );
    await Promise.race([grace, this.#settled()]);
    timerController.abort();
  }

  async #settled(): Promise<void> {
    while (this.#pending.size > 0) {
      await Promise.allSettled(this.#pending);
      // An operation with several mutations sends the next one after the response to the previous one.
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
