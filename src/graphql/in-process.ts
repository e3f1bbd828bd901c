import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  print,
} from 'graphql';
import type { ExecutionConfig } from '../config/serving.ts';
import type { Context } from '../context.ts';
import { createExecution } from './engine/executor.ts';
import { createErrorFormatter } from './format-errors.ts';
import { loadSchema } from './prepared-schema.ts';

interface InProcessOptions {
  readonly engine: ExecutionConfig['engine'];
  /** Called for each defect whose text is not in the result. */
  readonly report: (error: unknown) => void;
}

interface InProcessResult {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/** Executes documents as the gateway does, without HTTP and without limits of operations. */
interface InProcess {
  readonly schema: GraphQLSchema;
  /** @param document - Validated, with one operation. */
  execute(
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
    context: Context,
  ): Promise<InProcessResult>;
}

const UNLIMITED = {
  maxResponseFields: Number.POSITIVE_INFINITY,
  maxResponseBytes: Number.POSITIVE_INFINITY,
  maxErrors: Number.POSITIVE_INFINITY,
};

/** The same for all, as it holds nothing of a caller. */
let loaded: Promise<GraphQLSchema> | null = null;

export async function createInProcess({ engine, report }: InProcessOptions): Promise<InProcess> {
  loaded ??= loadSchema({});
  const schema = await loaded;
  const execution = createExecution({
    schema,
    engine,
    limits: UNLIMITED,
    waitForRoom: async () => true,
  });
  const { executor } = await execution.load({ apollo: {} });
  const format = createErrorFormatter(report);
  const names = new WeakMap<DocumentNode, string>();

  return {
    schema,
    async execute(document, variables, context) {
      const queryHash = names.get(document) ?? print(document);
      names.set(document, queryHash);
      const operation = document.definitions.find(isOperation);
      // The executor reads only these of what Apollo Server passes.
      const request = { document, operation, operationName: null, queryHash, context };
      const result = await executor?.({
        ...request,
        request: { variables },
      } as unknown as GatewayGraphQLRequestContext);
      return {
        data: result?.data ?? null,
        errors: (result?.errors ?? []).map((error) => format(error.toJSON(), error)),
      };
    },
  };
}

function isOperation(
  definition: DocumentNode['definitions'][number],
): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}
