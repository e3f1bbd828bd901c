import type { Dispatcher } from 'undici';

/** Beyond it, in all connections of the process, bodies arrive one after the other. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Up to this size a body never waits, whatever others have. */
const FREE_BYTES = 2 * 1024 * 1024;

type Connection = Pick<Dispatcher.DispatchController, 'pause' | 'resume'>;

/** Bodies that are arriving or are not parsed yet; the oldest first. */
const held = new Set<BodyMemory>();
let heldBytes = 0;

/**
 * The memory of one body, from its first byte until it is parsed. A server can answer all requests in flight with the
 * largest body: while bodies take too much together, only the oldest of them continues.
 */
export class BodyMemory {
  #bytes = 0;
  #paused: Connection | null = null;

  add(bytes: number, connection: Connection): void {
    held.add(this);
    this.#bytes += bytes;
    heldBytes += bytes;
    const [oldest] = held;
    if (heldBytes > MAX_BYTES && this.#bytes > FREE_BYTES && this !== oldest) {
      this.#paused = connection;
      connection.pause();
    }
  }

  /** The body is parsed, or the request has failed. */
  release(): void {
    held.delete(this);
    heldBytes -= this.#bytes;
    this.#bytes = 0;
    this.#paused = null;
    const [oldest] = held;
    for (const body of held) {
      if (body === oldest || heldBytes <= MAX_BYTES) {
        body.#resume();
      }
    }
  }

  #resume(): void {
    const paused = this.#paused;
    this.#paused = null;
    paused?.resume();
  }
}
