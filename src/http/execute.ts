import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CacheableResult, Context } from '../context.ts';
import { fastifyApolloHandler } from '../graphql/apollo-server.ts';

type ContextFor = (request: FastifyRequest) => Context;

interface ExecutedRequest {
  readonly body: unknown;
  /** Null if the response must not be cached. */
  readonly cacheable: CacheableResult | null;
  /** For how long others may cache it, in seconds. */
  readonly maxAge: number;
  /** An operation that is refused has status 200 if the media type is `application/json`. */
  readonly isRefused: boolean;
}

export type Execute = (request: FastifyRequest, reply: FastifyReply) => Promise<ExecutedRequest>;

/**
 * Executes a request with Apollo Server. Only this call holds the operation's context: V8 would keep a
 * `WeakMap` entry, and all data read for it, until a full garbage collection.
 */
export function createExecute(
  scope: FastifyInstance,
  apollo: ApolloServer<Context>,
  contextFor: ContextFor,
): Execute {
  return async (request, reply) => {
    // Its caller has left. After a forced stop, Apollo Server would also report it as a defect.
    if (request.raw.socket.destroyed) {
      return { body: '', cacheable: null, maxAge: 0, isRefused: true };
    }
    const contexts: Context[] = [];
    let isClosed = false;
    const close = () => {
      isClosed = true;
      contexts[0]?.cancel();
    };
    reply.raw.once('close', close);
    const apolloHandler = fastifyApolloHandler(apollo, {
      async context() {
        const context = contextFor(request);
        contexts.push(context);
        if (isClosed) {
          context.cancel();
        }
        return context;
      },
    });
    const body = await apolloHandler.call(scope, request, reply);
    const [context] = contexts.splice(0);
    reply.raw.off('close', close);
    // Only if requests are still in flight, for example after a failure: cancelling is not free.
    if (context && context.operation.usage.waiting > 0) {
      context.cancel();
    }
    for (const callback of context?.atEnd ?? []) {
      callback();
    }
    const { cacheable = null, isRefused = false, maxAge = 0 } = context?.result ?? {};
    if (isRefused && String(reply.getHeader('content-type')).startsWith('application/json')) {
      reply.code(200);
    }
    return { body: toBytes(body), cacheable, isRefused, maxAge };
  };
}

/**
 * Encodes a long text once. Node would measure it and then join it with the headers, which copies it
 * twice more; `Buffer.from` measures it too, which takes three times as long as writing it.
 */
function toBytes(body: unknown): unknown {
  if (typeof body !== 'string' || body.length <= LONG_LENGTH) {
    return body;
  }
  // An eighth more than ASCII takes: enough for most text, and a longer one is encoded again.
  const bytes = Buffer.allocUnsafeSlow(body.length + Math.ceil(body.length / 8));
  const { read, written } = encoder.encodeInto(body, bytes);
  return read === body.length ? bytes.subarray(0, written) : Buffer.from(body);
}

const LONG_LENGTH = 16_384;
const encoder = new TextEncoder();
