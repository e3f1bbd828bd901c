import { composeServices as composeWithApollo } from '@apollo/composition';
import {
  composeServices as composeWithTheGuild,
  compositionHasErrors,
} from '@theguild/federation-composition';
import { federateSubgraphs, ROUTER_COMPATIBILITY_VERSION_ONE } from '@wundergraph/composition';
import { buildSchema, Kind, parse, print, visit } from 'graphql';
import { expect, test } from 'vitest';
import { compose, subgraphsOf } from '../../examples/supergraph/compose.mjs';
import { clientSchema } from '../../pages/triage/client-schema.mjs';
import { readTypeDefs } from '../../src/graphql/schema.ts';

/*
 * The committed SDL: for clients, of the subgraph, and composed with another subgraph. `npm run schema`
 * updates the files.
 */

const MADE = '# Made from schema/*.graphql by `npm run schema`. Never edited by hand.';
const sentrySdl = `${MADE}\n${print(readTypeDefs())}\n`;
const subgraphs = subgraphsOf({
  sentryUrl: 'http://127.0.0.1:4000/graphql',
  sentrySdl,
  catalogueUrl: 'http://127.0.0.1:4001/',
});
const documents = subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));

test('subgraph.graphql matches the schema', async () => {
  await expect(sentrySdl).toMatchFileSnapshot('../../subgraph.graphql');
});

test('schema.graphql is the schema for clients, without federation directives', async () => {
  const sdl = `${MADE}\n${clientSchema(new URL('../../schema/', import.meta.url))}\n`;
  await expect(sdl).toMatchFileSnapshot('../../schema.graphql');
  expect(() => buildSchema(sdl)).not.toThrow();
});

test("the example's supergraph.graphql matches its subgraphs", async () => {
  await expect(compose(subgraphs)).toMatchFileSnapshot(
    '../../examples/supergraph/supergraph.graphql',
  );
});

test('it composes without a hint in @apollo/composition', () => {
  const { errors, hints } = composeWithApollo(documents);
  expect(errors).toBeUndefined();
  expect(hints?.map(String)).toEqual([]);
});

test('it composes in @theguild/federation-composition', () => {
  const result = composeWithTheGuild(documents);
  expect(compositionHasErrors(result) ? result.errors.map(String) : []).toEqual([]);
});

test('it composes without a warning in @wundergraph/composition', () => {
  const result = federateSubgraphs({
    subgraphs: documents.map(({ name, url, typeDefs }) => ({ name, url, definitions: typeDefs })),
    version: ROUTER_COMPATIBILITY_VERSION_ONE,
  });
  expect(result.success ? [] : result.errors.map(String)).toEqual([]);
  expect(result.warnings.map(String)).toEqual([]);
});

test.each(['cost', 'listSize', 'tag'])('`@%s` is kept in the supergraph', (name) => {
  const here = directivesOf(sentrySdl, name);
  expect(here.length).toBeGreaterThan(1);
  expect(directivesOf(compose(subgraphs), name)).toEqual(here);
});

/** All uses of a directive on fields and arguments, as `Type.field(argument:) @directive`. */
function directivesOf(sdl: string, name: string): readonly string[] {
  const found: string[] = [];
  const place: string[] = [];
  visit(parse(sdl), {
    enter(node) {
      if ('name' in node && node.name && node.kind !== Kind.DIRECTIVE) {
        place.push(node.name.value);
      }
      if (node.kind === Kind.DIRECTIVE && node.name.value === name) {
        const values = (node.arguments ?? []).map((argument) => print(argument)).sort();
        found.push(`${place.join('.')} @${name}(${values.join(', ')})`);
      }
    },
    leave(node) {
      if ('name' in node && node.name && node.kind !== Kind.DIRECTIVE) {
        place.pop();
      }
    },
  });
  return found.sort();
}
