import type { Socket } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { refuseOnSocket } from './raw-refusal.ts';
import { createErrorHandler } from './request-errors.ts';
import { requestIdOf } from './request-id.ts';

export interface FastifyOptions {
  /** Largest body that is read. */
  readonly maxRequestBytes: number;
  /** Longest wait for a whole request to arrive. */
  readonly requestTimeoutMs: number;
  readonly report: (error: unknown) => void;
}

/** The web server, without routes. */
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
      // Refused by a hook, with a code.
      requireHostHeader: false,
      // Node looks for requests that are too slow at this interval; its default is half a minute.
      connectionsCheckingInterval: Math.min(1_000, requestTimeoutMs),
    },
    clientErrorHandler: refuseNoRequest,
    frameworkErrors: (error, request, reply) => handleError(error, request, reply),
    forceCloseConnections: 'idle',
    // No route has a JSON schema, so that the compilers of those, a tenth of a start, are not loaded.
    schemaController: {
      compilersFactory: { buildValidator: hasNoSchemas, buildSerializer: hasNoSchemas },
    },
    // Answers while closing are whole ones; readiness tells balancers to go elsewhere.
    return503OnClosing: false,
  });
  fastify.setErrorHandler(handleError);
  return fastify;
}

function hasNoSchemas(): never {
  throw new Error('No route has a schema.');
}

/** What Node's parser says of bytes that never became a request. */
const CODES = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
} as const;

function refuseNoRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  refuseOnSocket(socket, CODES[error.code as keyof typeof CODES] ?? 'BAD_REQUEST');
}
