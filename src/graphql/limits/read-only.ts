import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';

/** Refuses mutations before Sentry hears of them, for a gateway that may only be read. */
export function readOnly(): ApolloServerPlugin<BaseContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation }) => {
        if (operation?.operation === OperationTypeNode.MUTATION) {
          throw new GraphQLError('This gateway serves queries only: READ_ONLY is set.', {
            extensions: { code: 'READ_ONLY', http: { status: 403 } },
          });
        }
      },
    }),
  };
}
