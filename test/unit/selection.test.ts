import { buildSchema, type DocumentNode, type FieldNode, Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { collectFields, fragmentsOf, responseKeyOf } from '../../src/selection.ts';

const schema = buildSchema('type Query { a: Query b: Int c: Int }');

/** The keys of the fields below the first field of a document's operation. */
function keysBelow(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>> = {},
  fragments = fragmentsOf(document),
): readonly string[] {
  const [operation] = document.definitions;
  const [field] =
    operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  const source = { schema, fragments, variables };
  const type = schema.getQueryType() ?? undefined;
  return [...collectFields(source, type, [field as FieldNode], responseKeyOf).keys()];
}

test('fields of the same nodes depend on the variables of directives', () => {
  const document = parse('query ($s: Boolean!) { a { b ... @skip(if: $s) { c } } }');
  expect(keysBelow(document, { s: true })).toEqual(['b']);
  expect(keysBelow(document, { s: false })).toEqual(['b', 'c']);
  expect(keysBelow(document, { s: true })).toEqual(['b']);
});

test('fields of the same nodes depend on the fragments', () => {
  const document = parse('{ a { b ...F } } fragment F on Query { c }');
  const others = fragmentsOf(parse('{ b } fragment F on Query { d: c }'));
  expect(keysBelow(document)).toEqual(['b', 'c']);
  expect(keysBelow(document, {}, others)).toEqual(['b', 'd']);
  expect(keysBelow(document)).toEqual(['b', 'c']);
});
