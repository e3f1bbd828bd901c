import { collectFields, responseKeyOf } from '../../selection.ts';
import { type MeasuredOperation, readArguments } from './measure-requests.ts';
import type { Rule } from './rule.ts';

export const REPRESENTATION_RULES: readonly Rule<{ readonly representations: number }>[] = [
  {
    measure: 'representations',
    limit: 'maxRepresentations',
    code: 'TOO_MANY_REPRESENTATIONS',
    sentence: (found) => `The operation has ${found} representations`,
  },
];

/** In all `_entities` fields of an operation together. */
export function countRepresentations(measured: MeasuredOperation): number {
  const { schema, operation, variables } = measured;
  const query = schema.getQueryType() ?? undefined;
  const field = query?.getFields()['_entities'];
  if (!field || operation.operation !== 'query') {
    return 0;
  }
  let count = 0;
  for (const [node] of collectFields(measured, query, [operation], responseKeyOf).values()) {
    if (node.name.value === field.name) {
      const { representations } = readArguments(field, node, variables);
      count += Array.isArray(representations) ? representations.length : 0;
    }
  }
  return count;
}
