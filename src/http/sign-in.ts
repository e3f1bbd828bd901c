import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticate } from '../auth/authenticator.ts';
import { AccessDenied, type Caller } from '../auth/caller.ts';
import { refusal } from './refusal.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null until the request has passed sign-in, or if it needs none. */
    caller: Caller | null;
  }
}

const ANONYMOUS: Caller = { name: null, token: null };

/** The caller of a request that passed sign-in. */
export function callerOf({ caller }: FastifyRequest): Caller {
  return caller ?? ANONYMOUS;
}

/** A hook that refuses a request before its body is read. Call this once for a server. */
export function createSignIn(fastify: FastifyInstance, authenticate: Authenticate) {
  fastify.decorateRequest('caller', null);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (hasNoOperation(request)) {
      return undefined;
    }
    try {
      request.caller = await authenticate(request.headers);
      return undefined;
    } catch (error) {
      if (error instanceof AccessDenied) {
        return refuse(reply, error);
      }
      throw error;
    }
  };
}

/**
 * A CORS preflight carries no credentials (Fetch standard), nor does a browser that opens a page. Without
 * a query string and a body there is nothing to execute, so these requests need no authentication.
 */
function hasNoOperation({ method, url }: FastifyRequest): boolean {
  return method === 'OPTIONS' || (method === 'GET' && !url.includes('?'));
}

function refuse(reply: FastifyReply, { kind, message }: AccessDenied): FastifyReply {
  const { status, code, headers } = ANSWERS[kind];
  return reply.code(status).headers(headers).send(refusal(code, message));
}

const ANSWERS = {
  unauthenticated: {
    status: 401,
    code: 'UNAUTHENTICATED',
    headers: { 'www-authenticate': 'Bearer' },
  },
  unavailable: { status: 503, code: 'SIGN_IN_UNAVAILABLE', headers: { 'retry-after': '5' } },
  misdirected: { status: 421, code: 'MISDIRECTED_REQUEST', headers: {} },
} as const;
