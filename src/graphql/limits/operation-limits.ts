import { GraphQLError, OperationTypeNode } from 'graphql';
import type { StartSteps } from '../../operation-steps.ts';
import type { Prefixes } from '../../prefixes.ts';
import { fragmentsOf } from '../../selection.ts';
import type { RequestBudget } from './budgets.ts';
import { measureRequestsOnce } from './known-measures.ts';
import { DOCUMENT_RULES, type DocumentMeasure, measureDocument } from './measure-document.ts';
import { REQUEST_RULES, type RequestMeasure } from './measure-requests.ts';
import { type Limits, refuseAbove } from './rule.ts';
import { coerceVariables } from './variables.ts';

type Measure = DocumentMeasure & RequestMeasure;

/** With this header, `extensions.cost` is added to the response. */
export const COST_HEADER = 'x-sentry-graphql-cost';

/** Refuses an operation that is too large or too expensive, before any request to Sentry. */
export function limitOperations(
  limits: Limits & { readonly maxRepresentations: number },
  budget: RequestBudget,
  fullPageRows: () => number,
  prefixes: Prefixes = {},
): StartSteps {
  const { maxRepresentations } = limits;
  return ({ request }) => {
    const isCostWanted = request.http?.headers.get(COST_HEADER) === 'true';
    let found: Partial<Measure> = {};
    return {
      didResolveOperation({ schema, document, operation, contextValue }) {
        // Apollo reports an unknown operation name.
        if (!operation) {
          return;
        }
        const ofDocument = measureDocument(schema, document, operation);
        refuseAbove(DOCUMENT_RULES, ofDocument, limits);
        contextValue.representations.max = maxRepresentations;
        // Invalid variables are not measured: execution refuses them.
        const variables = coerceVariables(schema, operation, request.variables).coerced;
        if (variables) {
          contextValue.result.variables = variables;
          const ofRequests = measureRequestsOnce({
            schema,
            fragments: fragmentsOf(document),
            operation,
            variables,
            fullPageRows: fullPageRows(),
            maxRepresentations,
            prefixes,
          });
          refuseAbove(REQUEST_RULES, ofRequests, limits);
          budget.reserve(contextValue.operation, ofRequests.requests);
          found = { ...ofDocument, ...ofRequests };
        }
      },
      willSendResponse({ response: { body }, contextValue }) {
        if (isCostWanted && body.kind === 'single') {
          body.singleResult.extensions = {
            ...body.singleResult.extensions,
            cost: toCost(found, limits, budget.taken(contextValue.operation)),
          };
        }
      },
    };
  };
}

function toCost(found: Partial<Measure>, limits: Limits, taken: number) {
  const measures = [...DOCUMENT_RULES, ...REQUEST_RULES].map(({ measure, limit }) => [
    measure,
    {
      found: found[measure] ?? null,
      limit: limits[limit],
      ...(measure === 'requests' ? { taken } : {}),
    },
  ]);
  return { ...Object.fromEntries(measures), fields: found.fields ?? [] };
}

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
