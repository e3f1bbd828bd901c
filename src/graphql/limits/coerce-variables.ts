import {
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';

/** The same number as in graphql-js. */
const MAX_ERRORS = 50;

/** The coerced variables of an operation, or their errors. */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
): ReturnType<typeof getVariableValues> {
  // graphql-js keeps variables in an object with a prototype, which a variable of this name would replace.
  const lost = variableDefinitions.find(({ variable }) => variable.name.value === '__proto__');
  return lost
    ? { errors: [new GraphQLError('A variable cannot be named "$__proto__".', { nodes: lost })] }
    : getVariableValues(schema, variableDefinitions, variables, { maxErrors: MAX_ERRORS });
}
