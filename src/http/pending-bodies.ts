import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { refuseOnSocket } from './raw-refusal.ts';

export interface PendingBodiesOptions {
  readonly maxPendingBodies: number;
  readonly maxPendingBodyBytes: number;
}

interface PendingBody {
  readonly socket: Socket;
  bytes: number;
}

/**
 * Limits the number and total size of bodies that have not arrived completely. Beyond a limit the oldest
 * one is refused, so that slow bodies cannot keep out those that arrive at once.
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

  function refuseOldest(): void {
    const [oldest] = pending;
    if (oldest) {
      forget(oldest);
      refuseOnSocket(oldest.socket, 'REQUEST_TIMEOUT');
    }
  }

  scope.addHook('preParsing', (request, _reply, payload, done) => {
    if (request.method !== 'GET') {
      const body = { socket: request.raw.socket, bytes: 0 };
      pending.add(body);
      if (pending.size > maxPendingBodies) {
        refuseOldest();
      }
      payload.on('data', ({ length }: Buffer) => {
        if (pending.has(body)) {
          body.bytes += length;
          bytes += length;
        }
        while (bytes > maxPendingBodyBytes && pending.size > 1) {
          refuseOldest();
        }
      });
      payload.once('end', () => forget(body)).once('close', () => forget(body));
    }
    done(null, payload);
  });
}
