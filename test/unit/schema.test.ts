import { readFileSync } from 'node:fs';
import { type ASTNode, Kind, parse, visit } from 'graphql';
import { expect, test } from 'vitest';

/** Every kind of definition that can have a description. */
const DESCRIBED: ReadonlySet<string> = new Set([
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.DIRECTIVE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
]);

test.each(['schema.graphql', 'subgraph.graphql'])(
  'every type, field and argument of %s has a description in at least one sentence',
  (file) => {
    const sdl = readFileSync(file, 'utf8');
    expect(sdl).toContain('schema');
    expect(undescribed(sdl)).toEqual([]);
  },
);

test('the schema itself has no description, because the Rust planner of Hive Gateway cannot parse one', () => {
  for (const { kind, ...definition } of parse(readFileSync('subgraph.graphql', 'utf8'))
    .definitions) {
    if (kind === Kind.SCHEMA_DEFINITION) {
      expect(definition).not.toHaveProperty('description.value');
    }
  }
});

test('every field with a cost says in its description what it costs', () => {
  const silent: string[] = [];
  visit(parse(readFileSync('subgraph.graphql', 'utf8')), {
    [Kind.FIELD_DEFINITION]: ({ name, description, directives }) => {
      const hasCost = directives?.some((directive) => directive.name.value === 'cost');
      const text = (description?.value ?? '').replace(/\s+/g, ' ');
      if (hasCost && !/request|Read from the \w+'s detail/.test(text)) {
        silent.push(name.value);
      }
    },
  });
  expect(silent).toEqual([]);
});

test.each([
  ['no description', 'type Query { a: Int }', ['Query', 'Query.a']],
  ['an empty one', '"A root type." type Query { "" a: Int }', ['Query.a']],
  ['one word', '"A root type." type Query { "Answer." a: Int }', ['Query.a']],
  [
    'the name in words',
    '"A root type." type Query { "First seen." firstSeen: Int }',
    ['Query.firstSeen'],
  ],
  ['no full stop', '"A root type." type Query { "The answer" a: Int }', ['Query.a']],
  ['an argument', '"A root type." type Query { "The answer." a(b: Int): Int }', ['Query.a.b']],
  ['an enum value', '"Some letters." enum Letter { A }', ['Letter.A']],
  ['a directive', 'directive @a(b: Int) on FIELD', ['a', 'a.b']],
])('the check finds: %s', (_name, sdl, found) => {
  expect(undescribed(sdl)).toEqual(found);
});

/** Definitions whose description is missing, shorter than two words, or the name again. */
function undescribed(sdl: string): readonly string[] {
  const found: string[] = [];
  const path: string[] = [];
  visit(parse(sdl), {
    enter(node) {
      if (!DESCRIBED.has(node.kind)) {
        return;
      }
      const name = nameOf(node);
      path.push(name);
      const text = 'description' in node ? (node.description?.value ?? '') : '';
      if (!isSentence(text) || letters(text) === letters(name)) {
        found.push(path.join('.'));
      }
    },
    leave(node) {
      if (DESCRIBED.has(node.kind)) {
        path.pop();
      }
    },
  });
  return found;
}

function nameOf(node: ASTNode): string {
  return 'name' in node && node.name ? node.name.value : node.kind;
}

function isSentence(text: string): boolean {
  return /^\S+\s.*[.…]$/s.test(text);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
