import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { Context } from '../context.ts';
import { maxAgeOf } from './max-age.ts';

/**
 * Sets for how long a whole result of a query may be cached by others. Data from the gateway's own cache has been
 * cached for a time already.
 */
export function cacheControlPlugin(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ response: { body }, schema, document, operation, contextValue }) {
        const { ageMs, staleMs } = contextValue.operation.usage;
        const isWhole =
          body.kind === 'single' && body.singleResult.data && !body.singleResult.errors;
        if (
          isWhole &&
          document &&
          operation?.operation === OperationTypeNode.QUERY &&
          staleMs === null
        ) {
          contextValue.result.maxAge =
            maxAgeOf(schema, document, operation) - Math.ceil(ageMs / 1_000);
        }
      },
    }),
  };
}
