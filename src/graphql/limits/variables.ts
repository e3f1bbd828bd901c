import {
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Rule } from './rule.ts';

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

/** Of the variables as sent, before coercion. */
interface VariablesSize {
  /** Items of lists and fields of objects, at any depth. */
  readonly values: number;
  /** Nesting depth of lists and objects. */
  readonly nesting: number;
  /** The longest string or key, in characters. */
  readonly longestText: number;
}

/** In the order in which they are checked. */
export const VARIABLES_RULES: readonly Rule<VariablesSize>[] = [
  {
    measure: 'values',
    limit: 'maxVariableValues',
    code: 'VARIABLES_TOO_LARGE',
    sentence: (found) => `The variables contain ${found} values`,
  },
  {
    measure: 'nesting',
    limit: 'maxNesting',
    code: 'TOO_NESTED',
    sentence: (found) => `The variables nest ${found} lists and objects`,
  },
  {
    measure: 'longestText',
    limit: 'maxTextLength',
    code: 'TEXT_TOO_LONG',
    sentence: (found) => `The variables contain a string of ${found} characters`,
  },
];

/** Without recursion: JSON can be nested deeper than the call stack allows. */
export function measureVariables(variables: unknown, maxNesting: number): VariablesSize {
  const size = { values: 0, nesting: 0, longestText: 0 };
  for (
    let level = itemsOf(variables, size);
    level.length > 0 && size.nesting <= maxNesting;
    size.nesting += 1
  ) {
    size.values += level.length;
    level = level.flatMap((value) => itemsOf(value, size));
  }
  return size;
}

function itemsOf(value: unknown, size: { longestText: number }): readonly unknown[] {
  if (typeof value === 'string') {
    size.longestText = Math.max(size.longestText, value.length);
    return NONE;
  }
  if (typeof value !== 'object' || value === null) {
    return NONE;
  }
  if (Array.isArray(value)) {
    return value;
  }
  for (const key of Object.keys(value)) {
    size.longestText = Math.max(size.longestText, key.length);
  }
  return Object.values(value);
}

const NONE: readonly unknown[] = [];
