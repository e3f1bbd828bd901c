import { OperationTypeNode } from 'graphql';
import type { StartSteps } from '../operation-steps.ts';
import { maxAgeOf } from './max-age.ts';

/**
 * Sets for how long a whole result of a query may be cached by others. Data from the gateway's own cache has been
 * cached for a time already.
 */
export const measureMaxAge: StartSteps = () => ({
  willSendResponse({ response: { body }, schema, document, operation, contextValue }) {
    const { ageMs, staleMs } = contextValue.operation.usage;
    const isWhole = body.kind === 'single' && body.singleResult.data && !body.singleResult.errors;
    if (
      isWhole &&
      document &&
      operation?.operation === OperationTypeNode.QUERY &&
      staleMs === null
    ) {
      contextValue.result.maxAge = maxAgeOf(schema, document, operation) - Math.ceil(ageMs / 1_000);
    }
  },
});
