import type { FastifyInstance, FastifyReply } from 'fastify';

/** Allows the caller's own caches to keep a response for some seconds; 0 or less does not. */
export type SetMaxAge = (reply: FastifyReply, maxAge: number) => void;

/** Sends `Cache-Control`, which is `no-store` unless a maximum age is set. Register in the scope of POST routes. */
export function sendCacheControl(scope: FastifyInstance): SetMaxAge {
  scope.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) {
      reply.header('cache-control', 'no-store');
    }
    addVary(reply, 'accept, authorization, x-api-key');
    done(null, payload);
  });
  return (reply, maxAge) => {
    if (maxAge > 0) {
      reply.header('cache-control', `private, max-age=${maxAge}`);
    }
  };
}

/** @param names - In lower case; none of them is in the header yet. */
export function addVary(reply: FastifyReply, names: string): void {
  const vary = reply.getHeader('vary');
  reply.header('vary', vary === undefined ? names : `${String(vary)}, ${names}`);
}
