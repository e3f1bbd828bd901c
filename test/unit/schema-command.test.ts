import { readFileSync } from 'node:fs';
import { composeServices as composeWithApollo } from '@apollo/composition';
import {
  composeServices as composeWithTheGuild,
  compositionHasErrors,
} from '@theguild/federation-composition';
import { federateSubgraphs, ROUTER_COMPATIBILITY_VERSION_ONE } from '@wundergraph/composition';
import { isTypeDefinitionNode, isTypeExtensionNode, Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { schemaCommand } from '../../src/schema-command.ts';
import { FOREIGN_SDL } from '../harness/foreign-subgraph.ts';

/* The command `sentry-graphql schema`, and the names of its SDL with prefixes. */

const PREFIXES = ['--type-prefix', 'Sentry', '--field-prefix=sentry'];

function print(words: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { text, exitCode } = schemaCommand(words, env);
  expect(exitCode).toBe(0);
  return text;
}

const withForeign = (sentrySdl: string) => [
  { name: 'sentry', url: 'http://sentry', typeDefs: parse(sentrySdl) },
  { name: 'foreign', url: 'http://foreign', typeDefs: parse(FOREIGN_SDL) },
];

/** The names of the types, and `Type.field` of the root types. */
function namesOf(sdl: string): readonly string[] {
  return parse(sdl).definitions.flatMap((definition) => {
    if (!isTypeDefinitionNode(definition) && !isTypeExtensionNode(definition)) {
      return [];
    }
    const { value } = definition.name;
    const isRoot = ['Query', 'Mutation'].includes(value) && 'fields' in definition;
    return isRoot ? (definition.fields ?? []).map(({ name }) => `${value}.${name.value}`) : [value];
  });
}

test('without options it prints subgraph.graphql', () => {
  const file = readFileSync('subgraph.graphql', 'utf8');
  expect(`${print([])}\n`).toBe(file.slice(file.indexOf('\n') + 1));
});

test('prefixes begin the names of all types and root fields, but not of scalars and `PageInfo`', () => {
  const expected = namesOf(print([])).map((name) => {
    const [type = '', field] = name.split('.');
    if (field) {
      return `${type}.sentry${field[0]?.toUpperCase()}${field.slice(1)}`;
    }
    return ['JSON', 'DateTime', 'PageInfo'].includes(type) ? type : `Sentry${type}`;
  });
  expect(namesOf(print(PREFIXES))).toEqual(expected);
  const scalars = parse(print([])).definitions.flatMap((each) =>
    each.kind === Kind.SCALAR_TYPE_DEFINITION ? [each.name.value] : [],
  );
  expect(scalars).toEqual(expect.arrayContaining(['JSON', 'DateTime']));
  expect(scalars).toHaveLength(2);
});

test("it reads the gateway's settings, and options take precedence", () => {
  const env = { TYPE_PREFIX: 'Other', ROOT_FIELD_PREFIX: 'sentry', NODE_QUERY: 'false' };
  expect(namesOf(print([], env))).toContain('OtherIssue');
  const names = namesOf(print(['--type-prefix', 'Sentry'], env));
  expect(names).toEqual(expect.arrayContaining(['SentryIssue', 'Query.sentryIssue']));
  expect(names).not.toContain('Query.sentryNode');
});

test.each([
  [['--type-prefix', '_A'], '--type-prefix is "_A"; expected a GraphQL name'],
  [['--field-prefix', 'a b'], '--field-prefix is "a b"; expected a GraphQL name'],
  [['--prefix', 'A'], 'Usage: sentry-graphql schema'],
  [['Sentry'], 'Usage: sentry-graphql schema'],
])('%s are refused in a sentence or with the usage', (words, text) => {
  expect(schemaCommand(words, {})).toEqual({ text: expect.stringContaining(text), exitCode: 2 });
});

test('--help prints the usage', () => {
  expect(print(['--help'])).toContain('Usage: sentry-graphql schema [--type-prefix NAME]');
});

test('types of the same names do not compose without prefixes', () => {
  const { errors } = composeWithApollo(withForeign(print([])));
  expect(errors?.map(String).join()).toContain('Non-shareable field');
});

test('they compose with prefixes, without a hint', () => {
  const subgraphs = withForeign(print(PREFIXES));
  const { errors, hints } = composeWithApollo(subgraphs);
  expect(errors).toBeUndefined();
  expect(hints?.map(String)).toEqual([]);
  const guild = composeWithTheGuild(subgraphs);
  expect(compositionHasErrors(guild) ? guild.errors.map(String) : []).toEqual([]);
  const result = federateSubgraphs({
    subgraphs: subgraphs.map(({ name, url, typeDefs }) => ({ name, url, definitions: typeDefs })),
    version: ROUTER_COMPATIBILITY_VERSION_ONE,
  });
  expect(result.success ? [] : result.errors.map(String)).toEqual([]);
  expect(result.warnings.map(String)).toEqual([]);
});
