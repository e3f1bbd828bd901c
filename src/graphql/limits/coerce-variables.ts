import { type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';

/** As many as graphql-js tells of where it executes. */
const MAX_ERRORS = 50;

/** The variables of an operation as its definitions have them, or what is wrong with those given. */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
): ReturnType<typeof getVariableValues> {
  return getVariableValues(schema, variableDefinitions, variables, { maxErrors: MAX_ERRORS });
}
