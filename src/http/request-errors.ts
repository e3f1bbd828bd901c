import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from './refusal.ts';

export interface ErrorHandlerOptions {
  readonly maxRequestBytes: number;
  readonly report: (error: unknown) => void;
}

/**
 * Answers what Fastify or a hook threw. What the caller did wrong is told to the caller alone, so that
 * a flood of bad requests does not flood the log; the rest is a defect, whose text the log has alone.
 */
export function createErrorHandler({ maxRequestBytes, report }: ErrorHandlerOptions) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      // Its answer was being packed when the client left, which is nobody's defect.
      if (!(error.code === 'ERR_STREAM_PREMATURE_CLOSE' && reply.raw.destroyed)) {
        report(error);
      }
      return reply
        .code(status)
        .send(refusal('INTERNAL_SERVER_ERROR', 'The gateway failed to answer.'));
    }
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      return reply
        .code(413)
        .send(tooLarge(Number(request.headers['content-length']), maxRequestBytes));
    }
    const code = CODES[status] ?? 'BAD_REQUEST';
    return reply.code(status).send(refusal(code, SENTENCES[error.code] ?? error.message));
  };
}

const CODES: Readonly<Record<number, string>> = {
  404: 'NOT_FOUND',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** In place of Fastify's, which repeat what the caller sent. */
const SENTENCES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'The Content-Type is not application/json, which a body takes.',
  FST_ERR_BAD_URL: 'The address is not a valid one.',
};

/** A body that comes in chunks has no length to tell. */
function tooLarge(found: number, limit: number) {
  return Number.isFinite(found)
    ? refusal('REQUEST_TOO_LARGE', `The body has ${found} bytes; the limit is ${limit}.`, {
        found,
        limit,
      })
    : refusal('REQUEST_TOO_LARGE', `The body has more than ${limit} bytes, the limit.`, { limit });
}
