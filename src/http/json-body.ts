import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** An HTTP status with a sentence for the caller. */
function refusing(statusCode: number, message: string): Error {
  return Object.assign(new Error(message), { statusCode });
}

const texts = new WeakMap<FastifyRequest, string>();

/** The text of a request's body, as it came. */
export function bodyTextOf(request: FastifyRequest): string | undefined {
  return texts.get(request);
}

/**
 * Bodies are JSON in UTF-8, as they are: no other type is parsed, nothing is unpacked (a compressed
 * bomb would have to be bounded twice), and a key that would reach a prototype is refused.
 */
export function readJsonBodies(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer, done) => {
      if (!isUtf8(body)) {
        done(refusing(400, 'The body is not valid UTF-8.'), undefined);
        return;
      }
      const text = body.toString();
      texts.set(request, text);
      void parseJson(request, text, done);
    },
  );
  fastify.addHook('onRequest', ({ headers }, _reply, done) => {
    const encoding = headers['content-encoding'];
    done(
      encoding === undefined || encoding === 'identity'
        ? undefined
        : refusing(415, 'The body has a Content-Encoding: it is taken as it is, without one.'),
    );
  });
}
