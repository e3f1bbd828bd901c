import { isInputObjectType, isIntrospectionType, isSpecifiedScalarType } from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../../src/graphql/schema.ts';

const schema = createSchema();

test('every output type but the roots is described', () => {
  const silent = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .filter((type) => !isInputObjectType(type) && !['Query', 'Mutation'].includes(type.name))
    .filter(({ name }) => !name.startsWith('_') && !name.includes('__')) // federation's own
    .filter(({ description }) => !description)
    .map(({ name }) => name);
  expect(silent).toEqual([]);
});
