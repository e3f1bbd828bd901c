import type { Socket } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { refusal } from './refusal.ts';
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
      // Node looks for requests that are too slow at this interval; its default is half a minute.
      connectionsCheckingInterval: Math.min(1_000, requestTimeoutMs),
    },
    clientErrorHandler: (error, socket) => answerNoRequest(error, socket),
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
const NO_REQUEST = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'HEADERS_TOO_LARGE'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'REQUEST_TIMEOUT'],
} as const;

const SENTENCES = {
  HEADERS_TOO_LARGE: 'The address and the headers are too long: 16 KiB together are the limit.',
  REQUEST_TIMEOUT: 'The request did not arrive in time.',
  BAD_REQUEST: 'This is no HTTP request.',
} as const;

function answerNoRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, code] = NO_REQUEST[error.code as keyof typeof NO_REQUEST] ?? [
    '400 Bad Request',
    'BAD_REQUEST',
  ];
  const body = JSON.stringify(refusal(code, SENTENCES[code]));
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
