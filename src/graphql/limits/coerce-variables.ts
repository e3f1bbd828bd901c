import {
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';

/** The same number as in graphql-js. */
const MAX_ERRORS = 50;
/** Each error can repeat all variables: together they have about so many characters. */
const MAX_ERROR_CHARACTERS = 200_000;

/** The coerced variables of an operation, or their errors. */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
  { hideSuggestions = false } = {},
): ReturnType<typeof getVariableValues> {
  // graphql-js keeps variables in an object with a prototype, which a variable of this name would replace.
  const lost = variableDefinitions.find(({ variable }) => variable.name.value === '__proto__');
  if (lost) {
    return {
      errors: [new GraphQLError('A variable cannot be named "$__proto__".', { nodes: lost })],
    };
  }
  const coerce = (maxErrors: number) =>
    getVariableValues(schema, variableDefinitions, variables, { maxErrors, hideSuggestions });
  const result = coerce(1);
  return result.errors ? coerce(maxErrorsFor(variables)) : result;
}

/** At least one, whatever its length. */
function maxErrorsFor(variables: object): number {
  const fitting = Math.floor(MAX_ERROR_CHARACTERS / JSON.stringify(variables).length);
  return Math.min(MAX_ERRORS, Math.max(1, fitting));
}
