import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusal, refuseOnSocket } from './refusal.ts';

/**
 * Refuses with a code what Node or a plugin would refuse without one: a request without exactly one `Host`
 * header, `OPTIONS` that is not a preflight, an unsupported `Expect`, `CONNECT`. Call this before CORS is set up, and
 * with `requireHostHeader` off.
 */
export function checkRequestHeads(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const hosts = countHosts(request.raw);
    if (hosts > 1 || (hosts === 0 && request.raw.httpVersion !== '1.0')) {
      reply
        .code(400)
        .send(
          refusal('BAD_REQUEST', `The request has ${hosts} Host headers; exactly one is required.`),
        );
      return;
    }
    // Without CORS there is no route for it, and Fastify would answer a second "not found" without a code.
    if (request.method === 'OPTIONS' && !request.is404 && !isPreflight(request)) {
      reply.callNotFound();
      return;
    }
    done();
  });
  fastify.server.on('checkExpectation', refuseExpectation);
  fastify.server.on('connect', (_request, socket) => refuseOnSocket(socket, 'METHOD_NOT_ALLOWED'));
}

function countHosts({ rawHeaders }: IncomingMessage): number {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    count += rawHeaders[index]?.toLowerCase() === 'host' ? 1 : 0;
  }
  return count;
}

function isPreflight({ headers }: FastifyRequest): boolean {
  return headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}

function refuseExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const body = JSON.stringify(
    refusal('EXPECTATION_FAILED', 'The only supported value of the Expect header is 100-continue.'),
  );
  response
    .writeHead(417, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    })
    .end(body);
}

/**
 * Refuses a request that accepts no media type of GraphQL. Apollo Server refuses it too, but only after it has
 * executed the operation, which can be a mutation. Register in the scope of POST routes.
 */
export function requireAcceptedMediaType(scope: FastifyInstance): void {
  scope.addHook('preHandler', ({ headers: { accept = '' } }, reply, done) => {
    if (accept.trim() !== '' && !accept.toLowerCase().split(',').some(allowsResponse)) {
      reply
        .code(406)
        .send(
          refusal(
            'BAD_REQUEST',
            'The Accept header allows neither application/json nor application/graphql-response+json.',
          ),
        );
      return;
    }
    done();
  });
}

const MEDIA_TYPES = /^(?:\*\/\*|application\/(?:\*|json|graphql-response\+json))$/;

function allowsResponse(range: string): boolean {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
  return MEDIA_TYPES.test(type) && !parameters.some((each) => /^q=0(?:\.0*)?$/.test(each));
}

export const REQUEST_ID_HEADER = 'x-request-id';

/** Other IDs are replaced, so that they are safe to log. */
const REQUEST_ID = /^[\w.:-]{1,128}$/;

export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}
