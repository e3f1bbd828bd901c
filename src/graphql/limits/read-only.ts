import { GraphQLError, OperationTypeNode } from 'graphql';
import type { StartSteps } from '../../operation-steps.ts';

/** Refuses mutations without a request to Sentry. */
export const refuseMutations: StartSteps = () => ({
  didResolveOperation({ operation }) {
    if (operation?.operation === OperationTypeNode.MUTATION) {
      throw new GraphQLError('This gateway refuses mutations, because READ_ONLY is set.', {
        extensions: { code: 'READ_ONLY', http: { status: 403 } },
      });
    }
  },
});
