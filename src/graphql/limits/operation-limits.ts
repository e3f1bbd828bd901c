import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { GUARD_SETTINGS } from '../../config/guard.ts';
import type { Values } from '../../config/setting.ts';
import type { Context } from '../../context.ts';
import { type DocumentMeasure, measureDocument } from './measure-document.ts';
import {
  type MeasuredOperation,
  measureRequests,
  type RequestMeasure,
} from './measure-requests.ts';
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
          const variables = operation && coerce(schema, operation, request.variables);
          if (variables) {
            const measure = check({ schema, document, operation, variables }, limits);
            budget.reserve(contextValue.operation, measure.requests);
            found = measure;
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

function check(measured: MeasuredOperation, limits: Limits): Measure {
  const ofDocument = documentMeasureOf(measured);
  refuseAbove(ofDocument, limits);
  const ofRequests = requestMeasureOf(measured);
  refuseAbove(ofRequests, limits);
  return { ...ofDocument, ...ofRequests };
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

/** Apollo Server keeps parsed documents, so that each is measured once. */
function documentMeasureOf({ schema, document, operation }: MeasuredOperation): DocumentMeasure {
  const byName = measures.get(document) ?? new Map<string, DocumentMeasure>();
  measures.set(document, byName);
  const name = operation.name?.value ?? '';
  const measure = byName.get(name) ?? measureDocument(schema, document, operation);
  byName.set(name, measure);
  return measure;
}

const measures = new WeakMap<DocumentNode, Map<string, DocumentMeasure>>();

/** Most measures that are kept for a document; beyond it all are measured anew. */
const MAX_REQUEST_MEASURES = 100;
/** Longest text of variables by which a measure is kept, in characters. */
const MAX_VARIABLES_LENGTH = 1_000;

/** Measured once for the variables that a measure depends on: what their texts say is not among them. */
function requestMeasureOf(measured: MeasuredOperation): RequestMeasure {
  const { document, operation, variables } = measured;
  const text = JSON.stringify(variables, (_key, value) => (typeof value === 'string' ? '' : value));
  // Of representations, which are objects, it is their texts that tell what they ask for.
  if (text.length > MAX_VARIABLES_LENGTH || text.lastIndexOf('{') > 0) {
    return measureRequests(measured);
  }
  const known = requestMeasures.get(document);
  const byKey = known && known.size < MAX_REQUEST_MEASURES ? known : new Map();
  requestMeasures.set(document, byKey);
  const key = `${operation.name?.value ?? ''} ${text}`;
  const measure = byKey.get(key) ?? measureRequests(measured);
  byKey.set(key, measure);
  return measure;
}

const requestMeasures = new WeakMap<DocumentNode, Map<string, RequestMeasure>>();

/** Undefined for variables that do not fit: the execution refuses those, so nothing is measured. */
function coerce(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
) {
  return getVariableValues(schema, variableDefinitions, variables).coerced;
}
