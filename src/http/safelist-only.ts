import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Safelist } from '../config/operations.ts';
import { refusal } from './refusal.ts';

/**
 * Refuses a document that is not on the list before it is parsed, because validation errors would reveal
 * the schema. Register in the scope of the GraphQL routes.
 */
export function acceptOnlySafelisted(scope: FastifyInstance, safelist: Safelist): void {
  const documents = new Set(safelist.values());
  scope.addHook('preHandler', async (request, reply) => {
    if (!documentsOf(request).every((document) => documents.has(document))) {
      return reply
        .code(403)
        .send(
          refusal(
            'OPERATION_NOT_SAFELISTED',
            'The operation is not on the safelist of this gateway.',
          ),
        );
    }
  });
}

/** Read in the same way as by Apollo Server, so that both see the same document. */
function documentsOf({ method, url, body }: FastifyRequest): readonly string[] {
  if (method === 'GET') {
    return new URL(url, 'http://gateway').searchParams.getAll('query').filter(Boolean);
  }
  const document = body instanceof Object && 'query' in body ? body.query : undefined;
  return typeof document === 'string' && document !== '' ? [document] : [];
}
