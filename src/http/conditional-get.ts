import { hash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { addVary } from './cache-control.ts';
import type { Handler } from './cached-responses.ts';
import type { Execute } from './execute.ts';

/** A shared cache must not serve a response to another caller, who may see less. Register in the scope of GET routes. */
export function forbidSharedCaches(scope: FastifyInstance): void {
  scope.addHook('onSend', (_request, reply, payload, done) => {
    const isCacheable =
      (reply.statusCode === 200 || reply.statusCode === 304) &&
      reply.getHeader('cache-control') !== 'no-store';
    reply.header('cache-control', isCacheable ? 'private, no-cache' : 'no-store');
    addVary(reply, 'accept, authorization, x-api-key');
    done(null, payload);
  });
}

/** Answers 304 if the caller has the response. The operation is executed all the same. */
export function answerConditionally(execute: Execute): Handler {
  return async (request, reply) => {
    const { body, isRefused } = await execute(request, reply);
    if (isRefused) {
      reply.header('cache-control', 'no-store');
    }
    if (
      isRefused ||
      reply.statusCode !== 200 ||
      !(typeof body === 'string' || Buffer.isBuffer(body))
    ) {
      return body;
    }
    const tag = `"${hash('sha1', body, 'base64url')}"`;
    // Weak, because the same response is sent with and without compression.
    reply.header('etag', `W/${tag}`);
    if (!matches(request.headers['if-none-match'], tag)) {
      return body;
    }
    return reply.code(304).removeHeader('content-type').send();
  };
}

/** Whether `If-None-Match` names the tag, by its weak comparison (RFC 9110, 13.1.2). */
function matches(condition: string | undefined, tag: string): boolean {
  return (
    condition?.trim() === '*' ||
    (condition ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === tag)
  );
}
