import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** The response to a request that is not a GraphQL operation, in the form that GraphQL clients read. */
export function refusal(
  code: string,
  message: string,
  more: Readonly<Record<string, number>> = {},
) {
  return { errors: [{ message, extensions: { code, ...more } }] };
}

/** Refusals of requests that reach no route. */
const REFUSALS = {
  BAD_REQUEST: { status: 400, message: 'This is not an HTTP request.' },
  METHOD_NOT_ALLOWED: { status: 405, message: 'CONNECT is not supported.' },
  REQUEST_TIMEOUT: { status: 408, message: 'The request did not arrive in time.' },
  HEADERS_TOO_LARGE: {
    status: 431,
    message: 'URL and headers together are larger than 16 KiB, the limit.',
  },
} as const;

/** Writes the response to the socket, and closes it. */
export function refuseOnSocket(socket: Duplex, code: keyof typeof REFUSALS): void {
  const { status, message } = REFUSALS[code];
  const body = JSON.stringify(refusal(code, message));
  const response = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`;
  // Without `destroy`, the socket would stay open while the caller goes on sending.
  socket.end(response, () => socket.destroy());
}

interface ErrorHandlerOptions {
  readonly maxRequestBytes: number;
  readonly report: (error: unknown) => void;
}

/**
 * Answers errors of Fastify and of hooks. A caller's mistake is not logged, so that bad requests cannot flood
 * the log. Anything else is a defect, whose text is only logged.
 */
export function createErrorHandler({ maxRequestBytes, report }: ErrorHandlerOptions) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      // The client disconnected while its response was compressed.
      if (!(error.code === 'ERR_STREAM_PREMATURE_CLOSE' && reply.raw.destroyed)) {
        report(error);
      }
      return reply
        .code(status)
        .send(refusal('INTERNAL_SERVER_ERROR', 'Internal error of the gateway.'));
    }
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      return reply
        .code(413)
        .send(tooLarge(Number(request.headers['content-length']), maxRequestBytes));
    }
    const code = CODES[status] ?? 'BAD_REQUEST';
    return reply.code(status).send(refusal(code, MESSAGES[error.code] ?? error.message));
  };
}

const CODES: Readonly<Record<number, string>> = {
  404: 'NOT_FOUND',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** Replace Fastify's messages, which repeat the caller's text. */
const MESSAGES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'The Content-Type of the body is not application/json.',
  FST_ERR_BAD_URL: 'The URL is not valid.',
};

/** A chunked body has no known length. */
function tooLarge(found: number, limit: number) {
  return Number.isFinite(found)
    ? refusal('REQUEST_TOO_LARGE', `The body has ${found} bytes; the limit is ${limit}.`, {
        found,
        limit,
      })
    : refusal('REQUEST_TOO_LARGE', `The body has more than the limit of ${limit} bytes.`, {
        limit,
      });
}
