import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller.ts';
import type { ResponseCache } from '../graphql/engine/response-cache.ts';
import { COST_HEADER } from '../graphql/limits/operation-limits.ts';
import { UPSTREAM_HEADER } from '../graphql/response-steps.ts';
import type { SetMaxAge } from './cache-control.ts';
import type { Execute } from './execute.ts';
import { callerOf } from './sign-in.ts';

export interface CachedResponsesOptions {
  readonly responses: ResponseCache;
  /** Identifies a caller in cache keys. */
  readonly scopeOf: (caller: Caller) => string;
  /** Records an operation that was answered from the cache. */
  readonly record: (
    request: FastifyRequest,
    caller: Caller,
    operationName: string | null,
    durationMs: number,
  ) => void;
}

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Longer bodies are not cached, in characters. */
const MAX_BODY_LENGTH = 32_768;

/** Headers that add `extensions`; such requests bypass the cache. */
const UNCACHEABLE_HEADERS = [UPSTREAM_HEADER, COST_HEADER, 'apollo-federation-include-trace'];

/**
 * Serves the cached response to a body that was answered before for this caller, without parsing it as
 * GraphQL: it was parsed, validated and measured then, with the same result.
 */
export function serveCachedResponse(
  execute: Execute,
  answer: Handler,
  setMaxAge: SetMaxAge,
  { responses, scopeOf, record }: CachedResponsesOptions,
): Handler {
  return async (request, reply) => {
    const startMs = performance.now();
    const text = cacheableTextOf(request);
    if (text === undefined) {
      return answer(request, reply);
    }
    const caller = callerOf(request);
    await responses.refresh?.();
    const key = responses.keyFor(scopeOf(caller), text);
    const cached = responses.find(key);
    if (cached) {
      record(request, caller, cached.operationName, performance.now() - startMs);
      reply.type(cached.type);
      setMaxAge(reply, Math.floor((cached.expiresMs - Date.now()) / 1_000));
      return cached.body;
    }
    const { body, cacheable, maxAge } = await execute(request, reply);
    if (cacheable && reply.statusCode === 200) {
      const { operationName, freshUntilMs } = cacheable;
      const type = String(reply.getHeader('content-type'));
      const expiresMs = Date.now() + maxAge * 1_000;
      responses.keep(key, { body: toBuffer(body), type, operationName, expiresMs }, freshUntilMs);
    }
    setMaxAge(reply, maxAge);
    return body;
  };
}

/** Everything that the response depends on besides the caller; undefined if the request bypasses the cache. */
function cacheableTextOf(request: FastifyRequest): string | undefined {
  const { headers, body, bodyText: text } = request;
  const isCacheable =
    text !== '' &&
    text.length <= MAX_BODY_LENGTH &&
    // Executing a persisted query registers it.
    (body as { readonly extensions?: unknown } | null)?.extensions === undefined &&
    UNCACHEABLE_HEADERS.every((name) => headers[name] === undefined);
  return isCacheable ? `${headers.accept ?? ''}\n${text}` : undefined;
}

function toBuffer(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.from(String(body));
}
