import { isListType, isNonNullType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { fieldCostOf } from '../../src/graphql/limits/field-cost.ts';
import { createSchema } from '../../src/graphql/schema.ts';

const schema = createSchema();

/** Federation prescribes the types of these two fields; neither fails as a whole. */
const OF_FEDERATION = ['_entities', '_service'];

test('every field that takes a request of its own is nullable, as is every root field', () => {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const nonNull = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ type, field }) => {
      const { requests, requestsOfArgument } = fieldCostOf(field);
      const hasCost = requests > 0 || [...requestsOfArgument.values()].some((each) => each > 0);
      return hasCost || (roots.includes(type) && !OF_FEDERATION.includes(field.name));
    })
    .filter(({ field }) => isNonNullType(field.type))
    .map(({ type, field }) => `${type.name}.${field.name}: ${field.type}`);
  expect(nonNull).toEqual([]);
});

test.each(['nodes', '_entities'])('each item of `%s` is nullable', (name) => {
  const type = schema.getQueryType()?.getFields()[name]?.type;
  const list = isNonNullType(type) ? type.ofType : type;
  expect(isListType(list)).toBe(true);
  expect(isListType(list) && isNonNullType(list.ofType)).toBe(false);
});
