import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ApolloClient } from '@apollo/client';
import { type RelayFieldPolicy, relayStylePagination } from '@apollo/client/utilities';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Client } from '@urql/core';
import { isObjectType, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../../../src/graphql/schema.ts';
import { startGateway } from '../../harness/gateway.ts';
import type { IssueHashesQuery, IssueHashesQueryVariables } from './generated/operations.ts';
import { checksumsOf, EVERY_HASH, MAIN_ISSUE } from './main-issue.ts';
import { blocksOf, runRecipe } from './recipes.ts';
import { compileRelay } from './relay-operations.ts';

/*
 * The recipes in docs/clients.md: each one is run against the gateway, or compiled against its schema.
 */

const [OPERATION = ''] = blocksOf('graphql');
const QUERY: TypedDocumentNode<IssueHashesQuery, IssueHashesQueryVariables> = parse(OPERATION);
const SERVED_AT = 'http://127.0.0.1:4000/graphql';
const { issue } = MAIN_ISSUE;

test('the operation matches the schema', () => {
  expect(validate(createSchema(), QUERY)).toEqual([]);
});

test('the recipes have at most five lines', () => {
  for (const client of ['Apollo Client', 'Relay', 'urql']) {
    const [recipe = ''] = blocksOf('js', client);
    expect(recipe.split('\n').length - 1).toBe(5);
  }
});

test("Apollo Client's recipe merges two pages into one list", async () => {
  await using gateway = await startGateway();
  const [recipe = ''] = blocksOf('js', 'Apollo Client');
  const { client } = await runRecipe<{ client: ApolloClient }>(
    recipe.replace(SERVED_AT, gateway.url),
    ['client'],
  );
  const first = { query: QUERY, variables: { issue, first: 30 } };
  const { data } = await client.query(first);
  const after = data?.issue?.hashes?.pageInfo.endCursor;
  await client.watchQuery(first).fetchMore({ variables: { first: 50, after } });
  expect(checksumsOf(client.readQuery(first)?.issue?.hashes ?? { edges: [] })).toEqual(
    EVERY_HASH.slice(0, 80),
  );
});

test('the recipe for searched lists names all of their arguments', async () => {
  const [, recipe = ''] = blocksOf('js', 'Apollo Client');
  type Policies = Record<'events' | 'issues' | 'organizationIssues', RelayFieldPolicy<never>>;
  const { events, issues, organizationIssues } = await runRecipe<Policies>(
    recipe,
    ['events', 'issues', 'organizationIssues'],
    { relayStylePagination },
  );
  expect([events, issues, organizationIssues].map(({ keyArgs }) => sorted(keyArgs))).toEqual([
    searchArgumentsOf('Issue', 'events'),
    searchArgumentsOf('Project', 'issues'),
    searchArgumentsOf('Organization', 'issues'),
  ]);
});

test("relay-compiler accepts Relay's recipe", () => {
  const [recipe = ''] = blocksOf('js', 'Relay');
  const [, fragment = ''] = /graphql`([^`]*)`/.exec(recipe) ?? [];
  const query = `query IssueHashesQuery { issue(organization: "", id: "") { ...IssueHashes_issue } }`;
  using compiled = compileRelay([fragment, query], { module: 'IssueHashes' });
  expect(compiled.artifact('IssueHashes_issue')).toMatchObject({
    metadata: { connection: [{ direction: 'bidirectional', path: ['hashes'] }] },
  });
});

test("urql's recipe merges two pages into one list", async () => {
  await using gateway = await startGateway();
  const [recipe = ''] = blocksOf('js', 'urql');
  const { client } = await runRecipe<{ client: Client }>(recipe.replace(SERVED_AT, gateway.url), [
    'client',
  ]);
  const { data } = await client.query(QUERY, { issue, first: 30 });
  const after = data?.issue?.hashes?.pageInfo.endCursor;
  const next = await client.query(QUERY, { issue, first: 50, after });
  expect(checksumsOf(next.data?.issue?.hashes ?? { edges: [] })).toEqual(EVERY_HASH.slice(0, 80));
});

test('graphql-codegen generates typed operations from the published SDL', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'codegen-'));
  try {
    const [config = ''] = blocksOf('yaml', 'Typed operations');
    mkdirSync(join(folder, 'node_modules/sentry-graphql'), { recursive: true });
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'codegen.yml'), config);
    writeFileSync(join(folder, 'src/hashes.graphql'), OPERATION);
    copyFileSync(
      pathOf('schema.graphql'),
      join(folder, 'node_modules/sentry-graphql/schema.graphql'),
    );
    await symlink(
      pathOf('node_modules/@graphql-codegen'),
      join(folder, 'node_modules/@graphql-codegen'),
    );
    execFileSync(pathOf('node_modules/.bin/graphql-codegen'), { cwd: folder, stdio: 'pipe' });
    const made = readFileSync(join(folder, 'src/operations.ts'), 'utf8');
    expect(made).toMatch(/node: \{ id: string, hash: string/);
    expect(made).toMatch(/IssueHashesDocument = .* as unknown as DocumentNode<IssueHashesQuery, /);
    expect(made).not.toMatch(/\bany\b/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const pathOf = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const sorted = (names: unknown) => [...(names as readonly string[])].sort();

/** The arguments of a connection that filter or sort it. */
function searchArgumentsOf(typeName: string, fieldName: string): readonly string[] {
  const type = createSchema().getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  const window = ['first', 'after', 'last', 'before'];
  return sorted(field?.args.map(({ name }) => name).filter((name) => !window.includes(name)) ?? []);
}
