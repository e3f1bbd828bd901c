import {
  buildSchema,
  isInputObjectType,
  isIntrospectionType,
  isSpecifiedScalarType,
} from 'graphql';
import { expect, test } from 'vitest';
import { readTypeDefs } from '../src/execution/schema.ts';

const schema = buildSchema(readTypeDefs().join('\n'));

test('every output type but the roots is described', () => {
  const silent = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .filter((type) => !isInputObjectType(type) && !['Query', 'Mutation'].includes(type.name))
    .filter(({ description }) => !description)
    .map(({ name }) => name);
  expect(silent).toEqual([]);
});
