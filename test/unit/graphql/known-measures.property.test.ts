import fc from 'fast-check';
import { type OperationDefinitionNode, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { encodeGlobalId } from '../../../src/global-id.ts';
import { measureRequestsOnce } from '../../../src/graphql/limits/known-measures.ts';
import { measureRequests } from '../../../src/graphql/limits/measure-requests.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { fragmentsOf } from '../../../src/selection.ts';

const schema = createSchema();

const size = fc.option(fc.integer({ min: 0, max: 100 }));
const text = fc.option(fc.constantFrom('', '1', 'acme', 'a'.repeat(32)));
const id = fc.constantFrom(
  'nothing',
  encodeGlobalId('Issue', 'acme', '1'),
  encodeGlobalId('IssueHash', 'acme', '1', 'a'.repeat(32)),
  encodeGlobalId('Organization', 'acme'),
);

test.each([
  [
    'query ($first: Int, $after: String) { issue(organization: "acme", id: "1") { hashes(first: $first, after: $after) { nodes { latestEvent { size } } } } }',
    fc.record({ first: size, after: text }),
  ],
  [
    'query ($last: Int, $before: String) { issue(organization: "acme", id: "1") { hashes(last: $last, before: $before) { totalCount nodes { hash } } } }',
    fc.record({ last: size, before: text }),
  ],
  [
    'query ($all: Boolean!, $none: Boolean!) { organization(slug: "acme") { issues { nodes { latestEvent @include(if: $all) { id } hashes @skip(if: $none) { totalCount } } } } }',
    fc.record({ all: fc.boolean(), none: fc.boolean() }),
  ],
  ['query ($id: ID!) { node(id: $id) { id ... on Issue { title } } }', fc.record({ id })],
  [
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Issue { hashes { totalCount } } } }',
    fc.record({ ids: fc.array(id, { maxLength: 120 }) }),
  ],
  [
    'query ($hashes: [String!]!, $organization: String!) { organization(slug: $organization) { issuesByHash(hashes: $hashes) { hash } } }',
    fc.record({ hashes: fc.array(fc.constantFrom('a', 'b'), { maxLength: 3 }), organization: id }),
  ],
])('an operation has the measure of its own variables: %s', (source, variables) => {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const fragments = fragmentsOf(document);
  fc.assert(
    fc.property(variables, fc.constantFrom(10, 100), (given, fullPageRows) => {
      const measured = { schema, fragments, operation, variables: { ...given }, fullPageRows };
      expect(measureRequestsOnce(measured)).toEqual(measureRequests(measured));
    }),
    { numRuns: 300 },
  );
});
