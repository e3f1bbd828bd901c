import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { refuseOnSocket } from './refusal.ts';

export interface PendingBodiesOptions {
  readonly maxPendingBodies: number;
  readonly maxPendingBodyBytes: number;
}

interface PendingBody {
  readonly socket: Socket;
  bytes: number;
  chunks: number;
}

/** Memory that Node takes for a chunk of a body in addition to its bytes. */
const BYTES_PER_CHUNK = 400;

/**
 * Limits the number and total size of bodies that have not arrived completely. Beyond a limit the oldest
 * one is refused, so that slow bodies cannot keep out those that arrive at once. A single body may exceed the
 * limit of bytes, but not by its number of chunks.
 */
export function boundPendingBodies(
  scope: FastifyInstance,
  { maxPendingBodies, maxPendingBodyBytes }: PendingBodiesOptions,
): void {
  /** The oldest first. */
  const pending = new Set<PendingBody>();
  let bytes = 0;

  function forget(body: PendingBody): void {
    if (pending.delete(body)) {
      bytes -= body.bytes;
    }
  }

  function count(body: PendingBody, chunkLength: number): void {
    if (pending.has(body)) {
      body.chunks += 1;
      body.bytes += chunkLength + BYTES_PER_CHUNK;
      bytes += chunkLength + BYTES_PER_CHUNK;
    }
  }

  function mustRefuse({ chunks }: PendingBody): boolean {
    const isTooMuch = bytes > maxPendingBodyBytes || pending.size > maxPendingBodies;
    return isTooMuch && (pending.size > 1 || chunks * BYTES_PER_CHUNK > maxPendingBodyBytes);
  }

  function refuseOldest(): void {
    for (const oldest of pending) {
      if (!mustRefuse(oldest)) {
        return;
      }
      forget(oldest);
      refuseOnSocket(oldest.socket, 'REQUEST_TIMEOUT');
    }
  }

  scope.addHook('preParsing', (request, _reply, payload, done) => {
    if (request.method !== 'GET') {
      const body = { socket: request.raw.socket, bytes: 0, chunks: 0 };
      pending.add(body);
      refuseOldest();
      payload.on('data', ({ length }: Buffer) => {
        count(body, length);
        refuseOldest();
      });
      payload.once('end', () => forget(body)).once('close', () => forget(body));
    }
    done(null, payload);
  });
}
