import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { FIELDS_THAT_PROVE_ORGANIZATION } from '../../src/resolvers/organization.ts';

test('every field of Organization with a request of its own saves the request for the organization', () => {
  const text = readFileSync(join(import.meta.dirname, '../../schema/organization.graphql'), 'utf8');
  const fields = parse(text).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Organization'
      ? (definition.fields ?? [])
      : [],
  );
  const withOwnRequest = fields.filter(
    ({ directives, type }) =>
      directives?.some(({ name }) => name.value === 'cost') &&
      // The scalars share the request for the organization.
      !(type.kind === Kind.NAMED_TYPE && ['String', 'DateTime', 'ID'].includes(type.name.value)),
  );
  expect(withOwnRequest.map(({ name }) => name.value).sort()).toEqual(
    [...FIELDS_THAT_PROVE_ORGANIZATION].sort(),
  );
});
