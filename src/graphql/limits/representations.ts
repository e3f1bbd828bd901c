import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  type DefinitionNode,
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
  visit,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/**
 * Refuses an operation whose `_entities` fields take more representations together than `limit`,
 * before Sentry hears of any.
 */
export function limitRepresentations(limit: number): ApolloServerPlugin<BaseContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request }) => {
        const found = operation
          ? countRepresentations(document, operation, request.variables ?? {})
          : 0;
        if (found > limit) {
          throw new GraphQLError(
            `The operation has ${found} representations; the limit is ${limit} (MAX_REPRESENTATIONS).`,
            {
              extensions: { code: 'TOO_MANY_REPRESENTATIONS', limit, found, http: { status: 400 } },
            },
          );
        }
      },
    }),
  };
}

/** Those of the operation and of all fragments, whether or not a directive leaves a field out. */
function countRepresentations(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  return entitiesFieldsOf(document)
    .filter(({ definition }) => definition === operation || definition.kind !== operation.kind)
    .reduce((sum, { argument }) => sum + lengthOf(argument, variables), 0);
}

interface EntitiesField {
  readonly definition: DefinitionNode;
  /** The value of `representations`. */
  readonly argument: ValueNode;
}

/** Looked for once in each document: most have none. */
function entitiesFieldsOf(document: DocumentNode): readonly EntitiesField[] {
  let fields = known.get(document);
  if (!fields) {
    fields = document.definitions.flatMap(findEntitiesFields);
    known.set(document, fields);
  }
  return fields;
}

const known = new WeakMap<DocumentNode, readonly EntitiesField[]>();

function findEntitiesFields(definition: DefinitionNode): readonly EntitiesField[] {
  const fields: EntitiesField[] = [];
  visit(definition, {
    [Kind.FIELD]: ({ name, arguments: args = [] }) => {
      const argument = args.find((each) => each.name.value === 'representations');
      if (name.value === '_entities' && argument) {
        fields.push({ definition, argument: argument.value });
      }
    },
  });
  return fields;
}

/** A value that is no list stands for a list of one. */
function lengthOf(value: ValueNode, variables: Variables): number {
  if (value.kind === Kind.VARIABLE) {
    const list = variables[value.name.value];
    return Array.isArray(list) ? list.length : 1;
  }
  return value.kind === Kind.LIST ? value.values.length : 1;
}
