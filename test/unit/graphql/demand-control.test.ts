import { readdirSync, readFileSync } from 'node:fs';
import {
  buildASTSchema,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLField,
  type GraphQLNamedType,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
  valueFromASTUntyped,
} from 'graphql';
import { expect, test } from 'vitest';
import { compose, subgraphsOf } from '../../../examples/supergraph/compose.mjs';
import { isListField } from '../../../src/graphql/limits/field-cost.ts';
import { measureRequests } from '../../../src/graphql/limits/measure-requests.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { createExampleOperations, DEMO_NAMES } from '../../../src/http/pages/example-operations.ts';
import { collectFields, fragmentsOf, responseKeyOf } from '../../../src/selection.ts';

/*
 * What a router with demand control estimates for an operation, by the cost directive specification from the
 * supergraph, beside the requests that the gateway measures.
 */

const ROOT = new URL('../../../', import.meta.url);
const schema = createSchema();
const supergraph = buildASTSchema(
  parse(
    compose(
      subgraphsOf({
        sentryUrl: 'http://sentry',
        sentrySdl: readFileSync(new URL('subgraph.graphql', ROOT), 'utf8'),
        catalogueUrl: 'http://catalogue',
      }),
    ),
  ),
  { assumeValidSDL: true },
);

interface Operation {
  readonly name: string;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

const VARIABLES = { organization: 'acme', issue: 'ACME-1', first: 10, hashes: ['a'.repeat(32)] };

function operations(): readonly Operation[] {
  const files = ['README.md', ...readdirSync(new URL('docs/', ROOT)).map((name) => `docs/${name}`)];
  const blocks = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => [
      ...readFileSync(new URL(file, ROOT), 'utf8').matchAll(/^ *```graphql\n(.*?)^ *```$/gms),
    ])
    .map(([, text = '']) => ({ document: parse(text), variables: VARIABLES }));
  const tour = createExampleOperations(DEMO_NAMES).map(({ document, variables }) => ({
    document: parse(document),
    variables,
  }));
  return [...blocks, ...tour].flatMap(({ document, variables }) => {
    const operation = operationOf(document);
    return operation && validate(schema, document).length === 0
      ? [{ name: operation.name?.value ?? '', document, variables }]
      : [];
  });
}

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode | undefined {
  return definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
}

function read(node: unknown, name: string): Readonly<Record<string, unknown>> | null {
  const { directives = [] } = (node ?? {}) as { directives?: readonly ConstDirectiveNode[] };
  const found = directives.find((each) => each.name.value === name);
  return found
    ? Object.fromEntries(
        (found.arguments ?? []).map((each) => [each.name.value, valueFromASTUntyped(each.value)]),
      )
    : null;
}

const weightOf = (node: unknown) => read(node, 'cost')?.['weight'] as number | undefined;

function estimate({ document, variables }: Operation): number {
  const operation = operationOf(document);
  const root = supergraph.getRootType(operation?.operation ?? ('query' as never));
  const coerced =
    getVariableValues(supergraph, operation?.variableDefinitions ?? [], variables).coerced ?? {};
  const source = { schema: supergraph, fragments: fragmentsOf(document), variables: coerced };

  type Nodes = Parameters<typeof collectFields>[2];

  function costOf(
    type: GraphQLNamedType,
    nodes: Nodes,
    sizes: ReadonlyMap<string, number>,
  ): number {
    if (isAbstractType(type)) {
      return Math.max(
        ...supergraph.getPossibleTypes(type).map((each) => costOf(each, nodes, sizes)),
      );
    }
    let sum = 0;
    for (const group of collectFields(source, type, nodes, responseKeyOf).values()) {
      const field = isObjectType(type) ? type.getFields()[group[0].name.value] : undefined;
      sum += field ? costOfField(field, group, sizes.get(field.name)) : 0;
    }
    return sum;
  }

  function costOfField(
    field: GraphQLField<unknown, unknown>,
    nodes: Parameters<typeof collectFields>[2] &
      readonly [Parameters<typeof responseKeyOf>[0], ...unknown[]],
    sizeByParent: number | undefined,
  ): number {
    const args = getArgumentValues(field, nodes[0], coerced);
    const listSize = read(field.astNode, 'listSize') ?? {};
    const slices = ((listSize['slicingArguments'] ?? []) as string[])
      .map((name) => args[name])
      .filter((value) => typeof value === 'number');
    const size =
      slices.length > 0 ? Math.max(...slices) : ((listSize['assumedSize'] as number) ?? NaN);
    const target = getNamedType(field.type);
    const own =
      weightOf(field.astNode) ?? weightOf(target.astNode) ?? (isCompositeType(target) ? 1 : 0);
    const sized = (listSize['sizedFields'] ?? []) as string[];
    const below = isCompositeType(target)
      ? costOf(target, nodes, new Map(sized.map((name) => [name, size])))
      : 0;
    const ofArguments = field.args
      .filter(({ name }) => (args[name] ?? null) !== null)
      .reduce((sum, { astNode }) => sum + (weightOf(astNode) ?? 0), 0);
    return ofArguments + (isListField(field) ? (sizeByParent ?? size) : 1) * (own + below);
  }

  return root && operation ? costOf(root, [operation], new Map()) : Number.NaN;
}

function found({ document, variables }: Operation): number {
  const operation = operationOf(document);
  const coerced = getVariableValues(
    schema,
    operation?.variableDefinitions ?? [],
    variables,
  ).coerced;
  return operation && coerced
    ? measureRequests({
        schema,
        operation,
        fragments: fragmentsOf(document),
        variables: coerced,
        fullPageRows: 100,
      }).requests
    : Number.NaN;
}

test('the estimate of a router equals the measured requests, but for what is listed', () => {
  const all = operations();
  expect(all.length).toBeGreaterThan(8);
  expect(Math.max(...all.map(found))).toBeGreaterThan(20);
  const different = all
    .map((each) => [each.name, estimate(each), found(each)] as const)
    .filter(([name, estimated, measured]) => estimated !== measured && !SHARES_REQUESTS.has(name));
  expect(different).toEqual([]);
});

/** Its issues share the request for the counts of another search. */
const SHARES_REQUESTS: ReadonlySet<string> = new Set(['SearchCounts']);

const ISSUE = 'issue(organization: "acme", id: "ACME-1")';

/* By what the directives cannot express; docs/federation.md lists the same. */
test.each([
  ['several fields of one detail', `{ ${ISSUE} { tags { key } stats raw } }`, 4, 2],
  [
    'one issue of many hashes',
    `{ ${ISSUE} { hashes(first: 10) { nodes { issue { title } } } } }`,
    12,
    3,
  ],
  [
    'counts of all issues of a page',
    '{ organization(slug: "acme") { issues(first: 10) { nodes { trend { count } } } } }',
    13,
    4,
  ],
  ['fields that are selected twice', `{ a: ${ISSUE} { title } b: ${ISSUE} { title } }`, 2, 1],
  [
    'the last rows before a cursor',
    `{ ${ISSUE} { hashes(last: 10, before: "x") { nodes { hash } } } }`,
    4,
    2,
  ],
  [
    'the issues of several hashes',
    '{ organization(slug: "acme") { project(slug: "a") { issuesByHash(hashes: ["a", "b"]) { hash } } } }',
    102,
    3,
  ],
  [
    'what comes with a list of organizations',
    '{ organizations(first: 10) { nodes { name } } }',
    12,
    2,
  ],
  ['global IDs', '{ nodes(ids: []) { id } }', 1, 0],
])(
  'the estimate of a router counts %s more than once, or in any case',
  (_what, query, estimated, measured) => {
    const operation = { name: '', document: parse(query), variables: {} };
    expect(validate(schema, operation.document)).toEqual([]);
    expect([estimate(operation), found(operation)]).toEqual([estimated, measured]);
  },
);

test('no object weighs anything by itself, and every list has a size', () => {
  const types = Object.values(supergraph.getTypeMap()).filter(isObjectType);
  const ours = types.filter(({ name }) => !/^(?:__|Query$|Mutation$|Service$|Team$)/.test(name));
  expect(ours.filter((type) => weightOf(type.astNode) !== 0).map(({ name }) => name)).toEqual([]);
  const unsized = ours.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => isListField(field) && !read(field.astNode, 'listSize'))
      .map(({ name }) => `${type.name}.${name}`),
  );
  expect(unsized.filter((name) => !/Connection\.(?:edges|nodes)$/.test(name))).toEqual([]);
});
