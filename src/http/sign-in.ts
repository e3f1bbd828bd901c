import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticate } from '../auth/authenticate.ts';
import { AccessDenied, type Caller } from '../auth/caller.ts';
import { refusal } from './refusal.ts';

export interface SignIn {
  /** Ends a request whose sender is not let in, before its body is read. */
  readonly hook: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
  /** Who sent a request that passed the hook. */
  readonly callerOf: (request: FastifyRequest) => Caller;
}

const NOBODY: Caller = { name: null, token: null };

export function createSignIn(admit: Authenticate): SignIn {
  const callers = new WeakMap<FastifyRequest, Caller>();
  return {
    async hook(request, reply) {
      if (hasNoOperation(request)) {
        return undefined;
      }
      try {
        callers.set(request, await admit(request.headers));
        return undefined;
      } catch (error) {
        if (error instanceof AccessDenied) {
          return refuse(reply, error);
        }
        throw error;
      }
    },
    callerOf: (request) => callers.get(request) ?? NOBODY,
  };
}

/**
 * A preflight carries no credentials (Fetch standard), and a page that a browser opens cannot: with
 * neither query string nor body there is nothing to execute, so they pass, as nobody.
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
