import type { Socket } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { createErrorHandler, refuseOnSocket } from './refusal.ts';
import { requestIdOf } from './request-head.ts';

interface FastifyOptions {
  readonly maxRequestBytes: number;
  readonly requestTimeoutMs: number;
  readonly report: (error: unknown) => void;
}

export function createFastify({
  maxRequestBytes,
  requestTimeoutMs,
  report,
}: FastifyOptions): FastifyInstance {
  const handleError = createErrorHandler({ maxRequestBytes, report });
  const fastify = Fastify({
    genReqId: requestIdOf,
    bodyLimit: maxRequestBytes,
    requestTimeout: requestTimeoutMs,
    http: {
      requestTimeout: requestTimeoutMs,
      headersTimeout: Math.min(10_000, requestTimeoutMs),
      // A hook refuses it, with a code.
      requireHostHeader: false,
      // Node checks for slow requests at this interval; its default is half a minute.
      connectionsCheckingInterval: Math.min(1_000, requestTimeoutMs),
    },
    clientErrorHandler: refuseInvalidRequest,
    frameworkErrors: (error, request, reply) => handleError(error, request, reply),
    forceCloseConnections: 'idle',
    // No route has a JSON schema; not loading their compilers saves a tenth of the startup time.
    schemaController: {
      compilersFactory: { buildValidator: hasNoSchemas, buildSerializer: hasNoSchemas },
    },
    // Requests during shutdown are answered; `/readyz` diverts load balancers.
    return503OnClosing: false,
  });
  fastify.setErrorHandler(handleError);
  return fastify;
}

function hasNoSchemas(): never {
  throw new Error('No route has a schema.');
}

/** Error codes of Node's HTTP parser and server. */
const CODES = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
} as const;

function refuseInvalidRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  refuseOnSocket(socket, CODES[error.code as keyof typeof CODES] ?? 'BAD_REQUEST');
}
