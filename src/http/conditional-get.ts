import etag from '@fastify/etag';
import type { FastifyInstance } from 'fastify';

/**
 * Answers 304 to a GET whose answer the caller has: the operation runs, its answer is not sent again.
 * No shared cache may keep it, as the next caller may see less. For the scope of the GET routes.
 */
export function answerConditionally(scope: FastifyInstance): void {
  scope.addHook('onSend', async (_request, reply) => {
    const vary = [reply.getHeader('vary'), 'accept', 'authorization', 'x-api-key'];
    reply
      .header('cache-control', reply.statusCode === 200 ? 'private, no-cache' : 'no-store')
      .header('vary', vary.filter(Boolean).join(', '));
  });
  // Weak, because the same answer is sent with and without compression.
  scope.register(etag, { weak: true });
}
