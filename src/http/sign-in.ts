import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticate } from '../auth/authenticator.ts';
import { AccessDenied, type Caller } from '../auth/caller.ts';
import { refusal } from './refusal.ts';

interface SignIn {
  /** Refuses a request before its body is read. */
  readonly hook: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
  /** The caller of a request that passed the hook. */
  readonly callerOf: (request: FastifyRequest) => Caller;
}

const ANONYMOUS: Caller = { name: null, token: null };

export function createSignIn(authenticate: Authenticate): SignIn {
  const callers = new WeakMap<FastifyRequest, Caller>();
  return {
    async hook(request, reply) {
      if (hasNoOperation(request)) {
        return undefined;
      }
      try {
        callers.set(request, await authenticate(request.headers));
        return undefined;
      } catch (error) {
        if (error instanceof AccessDenied) {
          return refuse(reply, error);
        }
        throw error;
      }
    },
    callerOf: (request) => callers.get(request) ?? ANONYMOUS,
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
