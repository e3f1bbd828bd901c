import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GUARD_SETTINGS } from '../../config/guard.ts';
import type { Values } from '../../config/setting.ts';
import type { Context } from '../../context.ts';
import { fragmentsOf } from '../../selection.ts';
import { coerceVariables } from '../coerce-variables.ts';
import { type DocumentMeasure, measureDocument } from './measure-document.ts';
import { measureRequests, type RequestMeasure } from './measure-requests.ts';
import type { RequestBudget } from './request-budget.ts';

type Limits = Values<typeof GUARD_SETTINGS>;
type Measure = DocumentMeasure & RequestMeasure;

interface Rule {
  readonly measure: keyof Measure;
  readonly limit: keyof Limits;
  readonly code: string;
  readonly sentence: (found: number, limit: number) => string;
}

/** In the order in which they are checked; each bounds the work of those behind it. */
const RULES: readonly Rule[] = [
  {
    measure: 'depth',
    limit: 'maxDepth',
    code: 'OPERATION_TOO_DEEP',
    sentence: (found, limit) => `The operation is ${found} levels deep; the limit is ${limit}.`,
  },
  {
    measure: 'aliases',
    limit: 'maxAliases',
    code: 'TOO_MANY_ALIASES',
    sentence: (found, limit) => `The operation has ${found} aliases; the limit is ${limit}.`,
  },
  {
    measure: 'selections',
    limit: 'maxFields',
    code: 'TOO_MANY_FIELDS',
    sentence: (found, limit) =>
      `The operation selects ${found} fields and fragments; the limit is ${limit}.`,
  },
  {
    measure: 'rootFields',
    limit: 'maxRootFields',
    code: 'TOO_MANY_ROOT_FIELDS',
    sentence: (found, limit) => `The operation has ${found} root fields; the limit is ${limit}.`,
  },
  {
    measure: 'directives',
    limit: 'maxDirectives',
    code: 'TOO_MANY_DIRECTIVES',
    sentence: (found, limit) => `The operation has ${found} directives; the limit is ${limit}.`,
  },
  {
    measure: 'listNesting',
    limit: 'maxListNesting',
    code: 'LISTS_TOO_NESTED',
    sentence: (found, limit) =>
      `The operation has lists inside one another ${found} times; the limit is ${limit}.`,
  },
  {
    measure: 'pages',
    limit: 'maxPages',
    code: 'TOO_MANY_PAGES',
    sentence: (found, limit) =>
      `The operation may open ${found} pages of connections; the limit is ${limit}.`,
  },
  {
    measure: 'requests',
    limit: 'maxUpstreamRequests',
    code: 'OPERATION_TOO_EXPENSIVE',
    sentence: (found, limit) =>
      `The operation may take ${found} requests to Sentry; the limit is ${limit}. Smaller pages or fewer fields with requests of their own make it less.`,
  },
];

/** Has the answer carry `extensions.cost`. */
export const COST_HEADER = 'x-sentry-graphql-cost';

/** Refuses an operation that is too large or too dear before Sentry hears of it. */
export function operationLimitsPlugin(
  limits: Limits,
  budget: RequestBudget,
): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async ({ request }) => {
      const isCostWanted = request.http?.headers.get(COST_HEADER) === 'true';
      let found: Partial<Measure> = {};
      return {
        didResolveOperation: async ({ schema, document, operation, contextValue }) => {
          // Where the document has no operation of the name that is asked for, Apollo says so.
          if (!operation) {
            return;
          }
          const ofDocument = measureDocument(schema, document, operation);
          refuseAbove(ofDocument, limits);
          // The execution refuses variables that do not fit, so nothing is measured for those.
          const variables = coerceVariables(schema, operation, request.variables).coerced;
          if (variables) {
            const fragments = fragmentsOf(document);
            const ofRequests = measureRequests({ schema, fragments, operation, variables });
            refuseAbove(ofRequests, limits);
            budget.reserve(contextValue.operation, ofRequests.requests);
            found = { ...ofDocument, ...ofRequests };
          }
        },
        willSendResponse: async ({ response: { body }, contextValue }) => {
          if (isCostWanted && body.kind === 'single') {
            body.singleResult.extensions = {
              ...body.singleResult.extensions,
              cost: toCost(found, limits, budget.taken(contextValue.operation)),
            };
          }
        },
      };
    },
  };
}

function refuseAbove(measure: Partial<Measure>, limits: Limits): void {
  for (const { measure: name, limit: limitName, code, sentence } of RULES) {
    const [found, limit] = [measure[name], Number(limits[limitName])];
    if (found !== undefined && found > limit) {
      throw new GraphQLError(sentence(found, limit), {
        extensions: { code, limit, found, http: { status: 400 } },
      });
    }
  }
}

function toCost(found: Partial<Measure>, limits: Limits, taken: number) {
  return Object.fromEntries(
    RULES.map(({ measure, limit }) => [
      measure,
      {
        found: found[measure] ?? null,
        limit: limits[limit],
        ...(measure === 'requests' ? { taken } : {}),
      },
    ]),
  );
}
