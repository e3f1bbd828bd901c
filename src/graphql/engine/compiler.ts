import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../../context.ts';
import { measureDocument } from '../limits/measure-document.ts';
import { createProjectedSchema, projectedTypesOf } from './projected-schema.ts';
import { conditionsOf, specialize } from './specialize.ts';

type Variables = Readonly<Record<string, unknown>>;

/** An operation as compiled code. Its variables are coerced ones. */
export type Run = (
  context: Context,
  variables: Variables,
) => Promise<ExecutionResult> | ExecutionResult;

export interface OperationRequest {
  /** Hash of the document's text. */
  readonly queryHash: string;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly operation: OperationDefinitionNode;
}

export interface Compiler {
  /** The code of an operation, or undefined where it is left to graphql-js. */
  find(request: OperationRequest, variables: Variables): Run | undefined;
}

/** An operation that was seen once, or that the compiler does not take. */
type Known = Run | 'seen' | 'refused';

/**
 * Most fields and fragments of an operation that is compiled. Compiling takes about 0.1 ms for each,
 * in which nothing else runs, and what comes of it 1 to 4 KB of memory.
 */
const MAX_SELECTIONS = 1_000;
/** Most fields and fragments of all compiled operations together. */
const MAX_KEPT_SELECTIONS = 20_000;

/** Most schemas that are kept for the compiler: one for each way of using types. */
const MAX_SCHEMAS = 32;

/**
 * Compiles operations, each when it is seen for the second time: one that never comes again is not
 * worth it. What `@skip` and `@include` leave is an operation of its own.
 *
 * graphql-jit is loaded here and not at start, so that the first answer need not wait for it.
 * @param maxOperations - Most operations that are remembered; the least recently used goes.
 */
export function createCompiler(schema: GraphQLSchema, maxOperations: number): Compiler {
  const operations = new LRUCache<string, Known & {}>({
    max: maxOperations,
    maxSize: MAX_KEPT_SELECTIONS,
  });
  const schemas = new LRUCache<string, GraphQLSchema>({ max: MAX_SCHEMAS });
  let jit: typeof import('graphql-jit') | undefined;

  function projectedSchemaFor(document: DocumentNode): GraphQLSchema {
    const projected = projectedTypesOf(schema, document);
    const key = [...projected].sort().join();
    let found = schemas.get(key);
    if (!found) {
      found = createProjectedSchema(schema, projected);
      schemas.set(key, found);
    }
    return found;
  }

  function compile(
    { compileQuery, isCompiledQuery }: typeof import('graphql-jit'),
    { document, operationName }: OperationRequest,
    variables: Variables,
  ): Known {
    const special = specialize(document, variables);
    const compiled = compileQuery(
      projectedSchemaFor(special),
      special,
      operationName ?? undefined,
      {
        // Errors without a cause of their own are refusals of values: their stack tells nothing.
        disablingCapturingStackErrors: true,
        // Resolvers see the schema as it is, and not the one that the compiler sees.
        resolverInfoEnricher: ({ parentType, fieldName }) => {
          const type = schema.getType(parentType.name);
          const field = type && 'getFields' in type ? type.getFields()[fieldName] : undefined;
          return { schema, ...(field && 'type' in field ? { returnType: field.type } : {}) };
        },
      },
    );
    if (!isCompiledQuery(compiled)) {
      return 'refused';
    }
    return async (context, coerced) =>
      rebuildErrors(document, await compiled.query(undefined, context, coerced));
  }

  return {
    find(request, variables) {
      if (isLeftToGraphqlJs(request, variables)) {
        return undefined;
      }
      const { selections } = measureDocument(schema, request.document, request.operation);
      if (selections > MAX_SELECTIONS) {
        return undefined;
      }
      const key = keyOf(request, variables);
      const known = operations.get(key);
      if (typeof known === 'function') {
        return known;
      }
      if (known === undefined) {
        operations.set(key, 'seen', { size: 1 });
        return undefined;
      }
      if (known === 'refused') {
        return undefined;
      }
      if (!jit) {
        import('graphql-jit').then(
          (loaded) => {
            jit = loaded;
          },
          () => operations.set(key, 'refused', { size: 1 }),
        );
        return undefined;
      }
      const compiled = compile(jit, request, variables);
      operations.set(key, compiled, { size: selections });
      return typeof compiled === 'function' ? compiled : undefined;
    },
  };
}

function keyOf({ queryHash, document, operationName }: OperationRequest, variables: Variables) {
  const conditions = conditionsOf(document) ?? [];
  return `${queryHash}/${operationName ?? ''}/${conditions.map((name) => (variables[name] === true ? 1 : 0)).join('')}`;
}

/**
 * Compiled code knows no null for a variable with a default in a place that may not be null, which
 * graphql-js refuses; and it keeps variables and answers in objects with a prototype.
 */
function isLeftToGraphqlJs(request: OperationRequest, variables: Variables): boolean {
  const { document, operation } = request;
  return (
    isIntrospection(request) ||
    document.loc?.source.body.includes('__proto__') === true ||
    (operation.variableDefinitions ?? []).some(
      ({ defaultValue, variable }) => defaultValue && variables[variable.name.value] === null,
    )
  );
}

/** Questions about the schema are rare, and answered at once by graphql-js. */
function isIntrospection({ operation }: OperationRequest): boolean {
  return operation.selectionSet.selections.some(
    (node) => node.kind === Kind.FIELD && /^__(schema|type)$/.test(node.name.value),
  );
}

/** graphql-jit has a class of its own for errors, with places but without the nodes of the document. */
function rebuildErrors(
  { loc }: DocumentNode,
  { errors, ...result }: ExecutionResult,
): ExecutionResult {
  if (!errors) {
    return result;
  }
  return {
    ...result,
    errors: errors.map(({ message, locations, path, originalError }) => {
      const { source } = loc ?? {};
      const positions =
        source && locations?.map(({ line, column }) => positionOf(source.body, line, column));
      return originalError instanceof GraphQLError && originalError.path
        ? originalError
        : new GraphQLError(message, { source, positions, path, originalError });
    }),
  };
}

/** The offset in a text of a line and a column, both from 1. */
function positionOf(text: string, line: number, column: number): number {
  const breaks = /\r\n|[\n\r]/g;
  let start = 0;
  for (let at = 1; at < line && breaks.exec(text); at += 1) {
    start = breaks.lastIndex;
  }
  return start + column - 1;
}
