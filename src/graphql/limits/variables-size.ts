import type { Rule } from './rule.ts';

/** Variables as they were sent, before any is coerced or decoded. */
export interface VariablesSize {
  /** Items of lists and fields of objects, at any depth. */
  readonly values: number;
  /** Lists and objects inside one another. */
  readonly nesting: number;
  /** The longest text or key, in characters. */
  readonly longestText: number;
}

/** In the order in which they are checked. */
export const VARIABLES_RULES: readonly Rule<VariablesSize>[] = [
  {
    measure: 'values',
    limit: 'maxVariableValues',
    code: 'VARIABLES_TOO_LARGE',
    sentence: (found) => `The variables hold ${found} values`,
  },
  {
    measure: 'nesting',
    limit: 'maxNesting',
    code: 'TOO_NESTED',
    sentence: (found) => `The variables have lists and objects inside one another ${found} times`,
  },
  {
    measure: 'longestText',
    limit: 'maxTextLength',
    code: 'TEXT_TOO_LONG',
    sentence: (found) => `The variables hold a text of ${found} characters`,
  },
];

/** Level by level and without recursion: JSON may be nested deeper than the stack is. */
export function measureVariables(variables: unknown): VariablesSize {
  const size = { values: 0, nesting: 0, longestText: 0 };
  for (let level = itemsOf(variables, size); level.length > 0; size.nesting += 1) {
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
