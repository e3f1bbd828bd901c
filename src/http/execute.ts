import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { fastifyApolloHandler } from '../graphql/apollo.ts';
import type { UpstreamUsage } from '../sentry/operation.ts';

/** The context of one operation; `signal` is aborted when nobody waits any more. */
export type ContextFor = (request: FastifyRequest, signal: AbortSignal) => Context;

export interface Answered {
  readonly body: unknown;
  /** What the operation has cost; absent where there was none, as for the landing page. */
  readonly usage: UpstreamUsage | undefined;
}

export type Execute = (request: FastifyRequest, reply: FastifyReply) => Promise<Answered>;

/** Given, as an abort without a reason makes an error with a stack for each operation. */
const OVER = new DOMException('The client has left, or is answered.', 'AbortError');

/**
 * Has Apollo Server answer a request. The operation's context is kept by this call alone: in a
 * `WeakMap` by request, V8 would keep it, and all that was read for it, until a full collection.
 */
export function createExecute(
  scope: FastifyInstance,
  apollo: ApolloServer<Context>,
  contextFor: ContextFor,
): Execute {
  return async (request, reply) => {
    const left = new AbortController();
    const leave = () => left.abort(OVER);
    reply.raw.once('close', leave);
    const made: Context[] = [];
    const throughApollo = fastifyApolloHandler(apollo, {
      async context() {
        const context = contextFor(request, left.signal);
        made.push(context);
        return context;
      },
    });
    const body = await throughApollo.call(scope, request, reply);
    const [context] = made.splice(0);
    reply.raw.off('close', leave);
    // Only where something is still asked for, as after a failure that ended the rest: it is not free.
    if (context && context.operation.usage.waiting > 0) {
      leave();
    }
    for (const act of context?.atEnd ?? []) {
      act();
    }
    return { body: toBytes(body), usage: context?.operation.usage };
  };
}

/**
 * A long text is encoded once: Node would put it together with the headers first, and measure it
 * before that, which copies it twice more.
 */
function toBytes(body: unknown): unknown {
  return typeof body === 'string' && body.length > LONG_LENGTH ? Buffer.from(body) : body;
}

const LONG_LENGTH = 16_384;
