import {
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';

/** As many as graphql-js names where it executes. */
const MAX_ERRORS = 50;

/** The variables of an operation as its definitions have them, or what is wrong with those given. */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
): ReturnType<typeof getVariableValues> {
  // graphql-js keeps variables in an object with a prototype, which this name would replace.
  const lost = variableDefinitions.find(({ variable }) => variable.name.value === '__proto__');
  return lost
    ? { errors: [new GraphQLError('Variable "$__proto__" needs another name.', { nodes: lost })] }
    : getVariableValues(schema, variableDefinitions, variables, { maxErrors: MAX_ERRORS });
}
