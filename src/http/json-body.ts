import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';

function toHttpError(statusCode: number, message: string): Error {
  return Object.assign(new Error(message), { statusCode });
}

const bodyTexts = new WeakMap<FastifyRequest, string>();

export function bodyTextOf(request: FastifyRequest): string | undefined {
  return bodyTexts.get(request);
}

/**
 * Accepts only JSON in UTF-8. Compressed bodies are refused, because their decompressed size would need
 * another limit, and so are keys such as `__proto__`.
 */
export function readJsonBodies(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer, done) => {
      if (!isUtf8(body)) {
        done(toHttpError(400, 'The body is not valid UTF-8.'), undefined);
        return;
      }
      const text = body.toString();
      bodyTexts.set(request, text);
      void parseJson(request, text, done);
    },
  );
  fastify.addHook('onRequest', ({ headers }, _reply, done) => {
    const encoding = headers['content-encoding'];
    done(
      encoding === undefined || encoding === 'identity'
        ? undefined
        : toHttpError(
            415,
            'The body has a Content-Encoding. Send it uncompressed, without that header.',
          ),
    );
  });
}
