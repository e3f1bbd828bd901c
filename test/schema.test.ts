import { buildSchema, isIntrospectionType, isSpecifiedScalarType } from 'graphql';
import { expect, test } from 'vitest';
import { readTypeDefs } from '../src/execution/schema.ts';

const schema = buildSchema(readTypeDefs().join('\n'));

test('every type but Query is described', () => {
  const silent = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .filter(({ name, description }) => name !== 'Query' && !description)
    .map(({ name }) => name);
  expect(silent).toEqual([]);
});
