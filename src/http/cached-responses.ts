import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../auth/caller.ts';
import type { Meaning, ResponseCache } from '../graphql/engine/response-cache.ts';
import { COST_HEADER } from '../graphql/limits/operation-limits.ts';
import { UPSTREAM_HEADER } from '../graphql/upstream-usage-plugin.ts';
import type { Execute } from './execute.ts';
import { bodyTextOf } from './json-body.ts';

export interface KnownAnswersOptions {
  readonly responses: ResponseCache;
  /** The name of a caller in keys of what is remembered. */
  readonly scopeOf: (caller: Caller) => string;
  /** Tells of an operation that was answered without being executed. */
  readonly tell: (
    request: FastifyRequest,
    caller: Caller,
    meaning: Meaning,
    durationMs: number,
  ) => void;
}

interface Requests {
  readonly callerOf: (request: FastifyRequest) => Caller;
}

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Longest body that is known again, in characters. */
const MAX_TEXT_LENGTH = 32_768;
/** Most characters of bodies that are known again. */
const MAX_TEXTS_LENGTH = 4 * 1_024 * 1_024;

/** Each has the answer carry more than its data. */
const UNCACHEABLE_HEADERS = [UPSTREAM_HEADER, COST_HEADER, 'apollo-federation-include-trace'];

/**
 * Answers a body that was answered before, and whose answer is still remembered for this caller,
 * without reading it as GraphQL: it was parsed, validated and measured then, and would pass again.
 */
export function serveCachedResponse(
  execute: Execute,
  { responses, scopeOf, tell, callerOf }: KnownAnswersOptions & Requests,
): Handler {
  const known = new LRUCache<string, { readonly meaning: Meaning; readonly type: string }>({
    maxSize: MAX_TEXTS_LENGTH,
    sizeCalculation: (_meaning, text) => text.length + OVERHEAD_LENGTH,
  });
  return async (request, reply) => {
    const startMs = performance.now();
    const text = textOf(request);
    if (text === undefined) {
      return (await execute(request, reply)).body;
    }
    const asked = known.get(text);
    const kept = asked && responses.bodyFor(scopeOf(callerOf(request)), asked.meaning);
    if (asked && kept) {
      tell(request, callerOf(request), asked.meaning, performance.now() - startMs);
      reply.type(asked.type);
      return kept;
    }
    const { body, usage } = await execute(request, reply);
    const meaning = usage && responses.meaningOf(usage);
    if (meaning && reply.statusCode === 200) {
      known.set(text, { meaning, type: String(reply.getHeader('content-type')) });
    }
    return body;
  };
}

/** List node, map entry and meaning, besides the text. */
const OVERHEAD_LENGTH = 512;

/** All of a request that its answer depends on, besides the caller; undefined where there is more. */
function textOf(request: FastifyRequest): string | undefined {
  const { headers, body } = request;
  const text = bodyTextOf(request);
  const isPlain =
    text !== undefined &&
    text.length <= MAX_TEXT_LENGTH &&
    // A persisted query is registered by being executed.
    (body as { readonly extensions?: unknown } | null)?.extensions === undefined &&
    UNCACHEABLE_HEADERS.every((name) => headers[name] === undefined);
  return isPlain ? `${headers.accept ?? ''}\n${text}` : undefined;
}
