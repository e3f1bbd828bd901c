import type {
  GatewayExecutionResult,
  GatewayExecutor,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import {
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { ExecutionConfig } from '../../config/serving.ts';
import type { CacheableResult, Context } from '../../context.ts';
import { fragmentsOf } from '../../selection.ts';
import { NestedTooDeep } from '../../sentry/json-text.ts';
import { coerceVariables } from '../limits/variables.ts';
import { removeMissingObjects } from './missing-objects.ts';
import { createPlanner, type Plan, type Planner } from './planner.ts';
import { MustBeLoaded } from './projection.ts';
import { limitResult, overloaded, type ResponseLimits } from './response-limits.ts';
import { countEscapes, finishResponse, startResponse } from './response-size.ts';
import { codeRefusals, orderErrors, toBadUserInput } from './result-errors.ts';

/** Waits until a large response may be written; false if that takes too long. */
export type WaitForRoom = () => Promise<boolean>;

interface ExecutorOptions {
  readonly schema: GraphQLSchema;
  /** Of the types of the schema. @default '' */
  readonly typePrefix?: string | undefined;
  readonly engine: ExecutionConfig['engine'];
  /** Suggests no names of the schema in errors. @default false */
  readonly hideSuggestions?: boolean;
  readonly limits: ResponseLimits;
  readonly waitForRoom: WaitForRoom;
}

/** The executor, in the form that Apollo Server accepts: a gateway over the schema. */
export function createExecution({ engine, ...options }: ExecutorOptions): GatewayInterface {
  const { schema } = options;
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      executor: createExecutor(options, engine === 'projected' ? createPlanner(schema) : null),
    }),
    stop: async () => {},
  };
}

/** In characters; smaller responses never wait for room. */
const LARGE_RESPONSE = 64 * 1_024;

type Request = GatewayGraphQLRequestContext<Context & Record<string, unknown>>;

function createExecutor(
  {
    schema,
    typePrefix = '',
    hideSuggestions,
    limits,
    waitForRoom,
  }: Omit<ExecutorOptions, 'engine'>,
  planFor: Planner | null,
): GatewayExecutor {
  return async (request) => {
    const { document, operationName } = request;
    // Apollo also calls the executor for an unknown `operationName`.
    const operation: OperationDefinitionNode | undefined = request.operation;
    const context = (request as Request).context;
    const variableValues = request.request.variables ?? {};
    if (!operation) {
      return execute({
        schema,
        document,
        operationName: request.request.operationName,
      }) as GatewayExecutionResult;
    }
    const { errors = [], coerced = {} } = context.result.variables
      ? { coerced: context.result.variables }
      : coerceVariables(schema, operation, variableValues, { hideSuggestions });
    if (errors.length > 0) {
      return { errors: errors.map(toBadUserInput) };
    }
    const run = (plan: Plan) =>
      execute({ ...plan, contextValue: context, variableValues, operationName });
    startResponse(context.responseSize, limits);
    let plan: Plan = planFor?.(request, coerced) ?? { schema, document };
    let executed = await run(plan);
    while (plan.otherwise && isNotProjected(executed)) {
      startResponse(context.responseSize, limits);
      plan = plan.otherwise();
      executed = await run(plan);
    }
    executed = removeMissingObjects(
      {
        schema,
        document,
        operation,
        fragments: fragmentsOf(document),
        variables: coerced,
        typePrefix,
      },
      executed,
    );
    finishResponse(context.responseSize, executed.data);
    // A mutation has been executed: a refusal would make its caller repeat it.
    const mustWait =
      context.responseSize.characters > LARGE_RESPONSE && operation.operation === 'query';
    if (mustWait && !(await waitForRoom())) {
      return { errors: [overloaded()] };
    }
    countEscapes(context.responseSize, executed.data);
    const result = limitResult(
      codeRefusals(orderErrors(schema, document, executed)),
      context.responseSize,
      limits,
    ) as GatewayExecutionResult;
    context.result.cacheable = toCacheable(operation, result, context.operation.usage.freshUntilMs);
    return result;
  };
}

/** A projection fails as a whole; graphql-js finds the field that failed, or loads the value. */
function isNotProjected({ errors }: ExecutionResult): boolean {
  return (
    errors?.some(
      ({ originalError: error }) => error instanceof NestedTooDeep || error instanceof MustBeLoaded,
    ) ?? false
  );
}

/** Without a request to Sentry it is unknown how long a result is fresh. */
function toCacheable(
  { operation, name }: OperationDefinitionNode,
  { data, errors }: ExecutionResult,
  freshUntilMs: number,
): CacheableResult | null {
  const isWhole = operation === 'query' && data && !errors;
  return isWhole && Number.isFinite(freshUntilMs) && freshUntilMs > Date.now()
    ? { operationName: name?.value ?? null, freshUntilMs }
    : null;
}
