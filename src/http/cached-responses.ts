import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../auth/caller.ts';
import type { OperationIdentity, ResponseCache } from '../graphql/engine/response-cache.ts';
import { COST_HEADER } from '../graphql/limits/operation-limits.ts';
import { UPSTREAM_HEADER } from '../graphql/upstream-usage-plugin.ts';
import type { Execute } from './execute.ts';
import { bodyTextOf } from './json-body.ts';

export interface CachedResponsesOptions {
  readonly responses: ResponseCache;
  /** Identifies a caller in cache keys. */
  readonly scopeOf: (caller: Caller) => string;
  /** Records an operation that was answered from the cache. */
  readonly record: (
    request: FastifyRequest,
    caller: Caller,
    identity: OperationIdentity,
    durationMs: number,
  ) => void;
}

interface Requests {
  readonly callerOf: (request: FastifyRequest) => Caller;
}

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Longer bodies are not recognized, in characters. */
const MAX_BODY_LENGTH = 32_768;
/** Maximum total size of recognized bodies, in characters. */
const MAX_BODIES_LENGTH = 4 * 1_024 * 1_024;

/** Headers that add `extensions`; such requests bypass the cache. */
const UNCACHEABLE_HEADERS = [UPSTREAM_HEADER, COST_HEADER, 'apollo-federation-include-trace'];

/**
 * Serves the cached response to a body that was answered before for this caller, without parsing it as
 * GraphQL: it was parsed, validated and measured then, with the same result.
 */
export function serveCachedResponse(
  execute: Execute,
  { responses, scopeOf, record, callerOf }: CachedResponsesOptions & Requests,
): Handler {
  const identities = new LRUCache<
    string,
    { readonly identity: OperationIdentity; readonly type: string }
  >({
    maxSize: MAX_BODIES_LENGTH,
    sizeCalculation: (_identity, text) => text.length + OVERHEAD_LENGTH,
  });
  return async (request, reply) => {
    const startMs = performance.now();
    const key = requestKey(request);
    if (key === undefined) {
      return (await execute(request, reply)).body;
    }
    const seen = identities.get(key);
    const cachedBody = seen && responses.bodyFor(scopeOf(callerOf(request)), seen.identity);
    if (seen && cachedBody) {
      record(request, callerOf(request), seen.identity, performance.now() - startMs);
      reply.type(seen.type);
      return cachedBody;
    }
    const { body, usage } = await execute(request, reply);
    const identity = usage && responses.identityOf(usage);
    if (identity && reply.statusCode === 200) {
      identities.set(key, { identity, type: String(reply.getHeader('content-type')) });
    }
    return body;
  };
}

/** Memory of list node, map entry and identity, besides the text. */
const OVERHEAD_LENGTH = 512;

/** Everything that the response depends on besides the caller; undefined if the request bypasses the cache. */
function requestKey(request: FastifyRequest): string | undefined {
  const { headers, body } = request;
  const text = bodyTextOf(request);
  const isPlain =
    text !== undefined &&
    text.length <= MAX_BODY_LENGTH &&
    // Executing a persisted query registers it.
    (body as { readonly extensions?: unknown } | null)?.extensions === undefined &&
    UNCACHEABLE_HEADERS.every((name) => headers[name] === undefined);
  return isPlain ? `${headers.accept ?? ''}\n${text}` : undefined;
}
