import type { FastifyInstance } from 'fastify';
import { refusal } from './refusal.ts';

/**
 * Refuses a request that accepts no media type of GraphQL. Apollo Server refuses it too, but only after it has
 * executed the operation, which can be a mutation. Register in the scope of POST routes.
 */
export function requireAcceptedMediaType(scope: FastifyInstance): void {
  scope.addHook('preHandler', async ({ headers: { accept = '' } }, reply) => {
    if (accept.trim() !== '' && !accept.toLowerCase().split(',').some(allowsResponse)) {
      return reply
        .code(406)
        .send(
          refusal(
            'BAD_REQUEST',
            'The Accept header allows neither application/json nor application/graphql-response+json.',
          ),
        );
    }
  });
}

const MEDIA_TYPES = /^(?:\*\/\*|application\/(?:\*|json|graphql-response\+json))$/;

function allowsResponse(range: string): boolean {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
  return MEDIA_TYPES.test(type) && !parameters.some((each) => /^q=0(?:\.0*)?$/.test(each));
}
