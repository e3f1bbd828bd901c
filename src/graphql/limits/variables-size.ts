import type { Rule } from './rule.ts';

/** Of the variables as sent, before coercion. */
export interface VariablesSize {
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
