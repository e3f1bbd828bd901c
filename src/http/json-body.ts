import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';

function toHttpError(statusCode: number, message: string): Error {
  return Object.assign(new Error(message), { statusCode });
}

/** The parsers of media types in Fastify and Apollo Server take quadratic time. */
const MAX_CONTENT_TYPE_LENGTH = 256;

declare module 'fastify' {
  interface FastifyRequest {
    /** The text of a JSON body; empty for a request without one. */
    bodyText: string;
  }
}

/**
 * Accepts only JSON in UTF-8. Compressed bodies are refused, because their decompressed size would need
 * another limit, and so are keys such as `__proto__`.
 */
export function readJsonBodies(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.decorateRequest('bodyText', '');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer, done) => {
      if (!isUtf8(body)) {
        done(toHttpError(400, 'The body is not valid UTF-8.'), undefined);
        return;
      }
      request.bodyText = body.toString();
      void parseJson(request, request.bodyText, done);
    },
  );
  fastify.addHook('onRequest', ({ headers }, _reply, done) => {
    done(findUnsupported(headers));
  });
}

function findUnsupported({
  'content-encoding': encoding = 'identity',
  'content-type': type = '',
}: IncomingHttpHeaders): Error | undefined {
  if (encoding !== 'identity') {
    return toHttpError(
      415,
      'The body has a Content-Encoding. Send it uncompressed, without that header.',
    );
  }
  return type.length > MAX_CONTENT_TYPE_LENGTH
    ? toHttpError(
        415,
        `The Content-Type has ${type.length} characters; the limit is ${MAX_CONTENT_TYPE_LENGTH}.`,
      )
    : undefined;
}
