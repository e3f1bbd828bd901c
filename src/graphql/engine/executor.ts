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
import type { ExecutionConfig } from '../../config/execution.ts';
import type { Context } from '../../context.ts';
import { NestedTooDeep } from '../../sentry/json-depth.ts';
import { coerceVariables } from '../limits/coerce-variables.ts';
import { type Compiler, createCompiler, type Run } from './compiler.ts';
import { orderErrors } from './error-order.ts';
import { codeRefusals, toBadUserInput } from './refusals.ts';
import type { ResponseCache } from './response-cache.ts';

export interface ExecutorOptions extends ExecutionConfig {
  readonly schema: GraphQLSchema;
  /** Null where whole answers are not remembered. */
  readonly responses: ResponseCache | null;
}

/**
 * How operations are executed, in the form Apollo Server takes of its users: a gateway over the
 * schema. Its own execution is what `EXECUTION=graphql-js` gives.
 */
export function createExecution({
  schema,
  engine,
  compiledOperations,
  responses,
}: ExecutorOptions): GatewayInterface {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      executor: createExecutor(
        schema,
        engine === 'jit' ? createCompiler(schema, compiledOperations) : null,
        responses,
      ),
    }),
    stop: async () => {},
  };
}

type Request = GatewayGraphQLRequestContext<Context & Record<string, unknown>>;

function createExecutor(
  schema: GraphQLSchema,
  compiler: Compiler | null,
  responses: ResponseCache | null,
): GatewayExecutor {
  return async (request) => {
    const { document, operationName } = request;
    // Apollo's type promises one, yet it asks here too what is wrong with a name that is none's.
    const operation: OperationDefinitionNode | undefined = request.operation;
    const context = (request as Request).context;
    const variables = request.request.variables ?? {};
    if (!operation) {
      return execute({
        schema,
        document,
        operationName: request.request.operationName,
      }) as GatewayExecutionResult;
    }
    const { errors, coerced } = coerceVariables(schema, operation, variables);
    if (errors) {
      return { errors: errors.map(toBadUserInput) };
    }
    const key = {
      began: responses?.changes() ?? 0,
      scope: context.cacheScope,
      queryHash: request.queryHash,
      operationName,
      variables: coerced,
    };
    const known = responses?.find(key, context.operation.usage);
    if (known) {
      return { data: known };
    }
    const interpret = () =>
      execute({
        schema,
        document,
        contextValue: context,
        variableValues: variables,
        operationName,
      });
    const run = compiler?.find(request, coerced);
    const executed = await (run
      ? runCompiled(() => run(context, coerced), interpret, operation)
      : interpret());
    const result = codeRefusals(orderErrors(schema, document, executed)) as GatewayExecutionResult;
    if (result.data && !result.errors) {
      responses?.keep(key, operation, result.data, context.operation.usage);
    }
    return result;
  };
}

/** Compiled code reads a body as a whole and fails with the whole; graphql-js knows the field. */
async function runCompiled(
  run: () => ReturnType<Run>,
  interpret: () => ReturnType<typeof execute>,
  { operation }: OperationDefinitionNode,
): Promise<ExecutionResult> {
  const result = await run();
  const isTooDeep = result.errors?.some(
    ({ originalError }) => originalError instanceof NestedTooDeep,
  );
  return isTooDeep && operation === 'query' ? interpret() : result;
}
