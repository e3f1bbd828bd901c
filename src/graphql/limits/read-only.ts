import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';

/** Refuses mutations without a request to Sentry. */
export function readOnly(): ApolloServerPlugin<BaseContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation }) => {
        if (operation?.operation === OperationTypeNode.MUTATION) {
          throw new GraphQLError('This gateway refuses mutations, because READ_ONLY is set.', {
            extensions: { code: 'READ_ONLY', http: { status: 403 } },
          });
        }
      },
    }),
  };
}
