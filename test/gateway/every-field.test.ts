import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isIntrospectionType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { expect, test } from 'vitest';
import { createDataset, hashesOf } from '../../embedded-sentry/dataset.ts';
import { DOCUMENTATION_SAMPLE } from '../../embedded-sentry/documentation-sample.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { startGateway } from '../harness/gateway.ts';

/*
 * Reads every field of the schema from the embedded Sentry, with operations that are generated from the
 * schema, and compares its first value with `every-field.snapshot`. The test fails for a field that no
 * operation reads or that is always null.
 */

const schema = createSchema();
const ORGANIZATION = 'hellboy-meowmeow';
const { id: hash, latestEvent } = DOCUMENTATION_SAMPLE;
/** The first two hashes of the documentation's issue. */
const HASHES = createDataset()
  .issues.filter(({ id }) => id === EMBEDDED_ISSUES.main)
  .flatMap((main) =>
    hashesOf(main)
      .slice(0, 2)
      .map((row) => row.hash),
  );

/** Types whose fields are selected only at the root of an operation; below, only `__typename` is. */
const ENTITIES = ['Organization', 'Project', 'Issue', 'IssueHash', 'Event', 'Node', '_Entity'];

/** Arguments of the fields that require some. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  'Organization.issue': `id: "${EMBEDDED_ISSUES.python}"`,
  'Organization.event': `id: "${latestEvent.eventID}"`,
  'Organization.project': 'slug: "billing"',
  'Organization.issues': `query: "${latestEvent.eventID}"`,
  'Organization.issuesByHash': `hashes: ["${hash}"]`,
  'Project.issueByHash': `hash: "${hash}"`,
  'Project.issuesByHash': `hashes: ["${hash}"]`,
  'Project.event': `id: "${latestEvent.eventID}"`,
  'Issue.hash': `hash: "${hash}"`,
  'Issue.tagValues': 'key: "environment"',
  'Issue.event': `id: "${latestEvent.eventID}"`,
};

/** Fields whose arguments fit one issue only. */
const SELECTED_APART = ['Issue.compareHashes'];

type Field = GraphQLField<unknown, unknown>;

/** All fields of a type and of the types below it, under aliases with type and field. */
function everything(type: GraphQLNamedType, isRoot = true): string {
  if (isLeafType(type)) {
    return '';
  }
  if (!isRoot && ENTITIES.includes(type.name)) {
    return '{ __typename }';
  }
  if (isAbstractType(type)) {
    const parts = schema
      .getPossibleTypes(type)
      .map((part) => `... on ${part} ${everything(part, false)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  return isObjectType(type)
    ? `{ ${Object.values(type.getFields())
        .filter((field) => !SELECTED_APART.includes(`${type}.${field.name}`))
        .map((field) => selection(type, field))
        .join(' ')} }`
    : '';
}

function selection(type: GraphQLObjectType, field: Field): string {
  const given = ARGUMENTS[`${type}.${field.name}`];
  return `${type}__${field.name}: ${field.name}${given ? `(${given})` : ''} ${everything(getNamedType(field.type), false)}`;
}

const typeOf = (name: string) => schema.getType(name) as GraphQLNamedType;
const issue = (id: string, fields: string) =>
  `Query__issue: issue(organization: "${ORGANIZATION}", id: "${id}") { ${fields} }`;
const organization = (fields: string) =>
  `Query__organization: organization(slug: "${ORGANIZATION}") { ${fields} }`;
const idOf = (id: string) => encodeGlobalId('Issue', ORGANIZATION, id);
const input = (name: string, fields: string, type: string) =>
  `mutation { Mutation__${name}: ${name}(input: { clientMutationId: "7", ${fields} }) ${everything(typeOf(type))} }`;

const EVENT = everything(typeOf('Event'));
const OPERATIONS: readonly string[] = [
  `{ ${organization(everything(typeOf('Organization')).slice(1, -1))} }`,
  `{ ${organization(`project(slug: "checkout") ${everything(typeOf('Project'))}`)} }`,
  ...[EMBEDDED_ISSUES.main, EMBEDDED_ISSUES.python, EMBEDDED_ISSUES.java].map(
    (id) => `{ ${issue(id, everything(typeOf('Issue')).slice(1, -1))} }`,
  ),
  `{ ${issue(EMBEDDED_ISSUES.main, `hashes(first: 4) { nodes ${everything(typeOf('IssueHash'))} }`)} }`,
  `{ ${issue(EMBEDDED_ISSUES.main, `Issue__compareHashes: compareHashes(hashes: ${JSON.stringify(HASHES)}) ${everything(typeOf('HashComparison'))}`)} }`,
  ...['main', 'native', 'python', 'java', 'entryKinds'].map(
    (name) =>
      `{ ${issue(EMBEDDED_ISSUES[name as 'main'], `events(first: 20) { nodes ${EVENT} }`)} }`,
  ),
  `{ ${issue(EMBEDDED_ISSUES.main, `events(first: 1) { nodes ${EVENT} }`)} }`,
  `{ ${organization(`issues(first: 1, query: "level:error") { nodes { Issue__filtered: filtered { count } } }`)} }`,
  `{ Query__organizations: organizations ${everything(typeOf('OrganizationConnection'))} }`,
  `{ Query__node: node(id: "${idOf(EMBEDDED_ISSUES.one)}") { __typename }
     Query__resource: resource(url: "http://URL/organizations/${ORGANIZATION}/issues/${EMBEDDED_ISSUES.one}/") { __typename }
     Query__nodes: nodes(ids: ["${idOf(EMBEDDED_ISSUES.one)}"]) { __typename } }`,
  `{ Query___service: _service { _Service__sdl: sdl }
     Query___entities: _entities(representations: [{ __typename: "Organization", slug: "${ORGANIZATION}" }]) { __typename } }`,
  input(
    'updateIssue',
    `issue: "${idOf(EMBEDDED_ISSUES.go)}", status: "resolved"`,
    'UpdateIssuePayload',
  ),
  input(
    'updateIssue',
    `issue: "${idOf(EMBEDDED_ISSUES.go)}", assignedTo: "hellboy"`,
    'UpdateIssuePayload',
  ),
  input(
    'updateIssue',
    `issue: "${idOf(EMBEDDED_ISSUES.go)}", assignedTo: "team:4509"`,
    'UpdateIssuePayload',
  ),
  input(
    'addIssueNote',
    `issue: "${idOf(EMBEDDED_ISSUES.go)}", text: "Seen"`,
    'AddIssueNotePayload',
  ),
  `{ ${issue(EMBEDDED_ISSUES.go, `activity ${everything(typeOf('IssueActivity'))}`)}
     team: issue(organization: "${ORGANIZATION}", id: "${EMBEDDED_ISSUES.go}") {
       assignedTo ${everything(typeOf('IssueAssignee'))} participants ${everything(typeOf('IssueUser'))}
     }
     Query__tokenScopes: tokenScopes(organization: "${ORGANIZATION}")
     Query__rateLimit: rateLimit ${everything(typeOf('RateLimit'))} }`,
  input(
    'mergeIssues',
    `issues: ["${idOf(EMBEDDED_ISSUES.hundred)}", "${idOf(EMBEDDED_ISSUES.ninetyNine)}"]`,
    'MergeIssuesPayload',
  ),
  input(
    'unmergeIssueHashes',
    `issue: "${idOf(EMBEDDED_ISSUES.main)}", hashes: ["${hash}"]`,
    'UnmergeIssueHashesPayload',
  ),
];

/** The field of an alias in `everything`, and its name with its type. */
function readAlias(alias: string): readonly [name: string, field: Field] | null {
  const [, typeName = '', name = ''] = /^(_?[A-Za-z]+)__(\w+)$/.exec(alias) ?? [];
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  return field ? [`${typeName}.${name}`, field] : null;
}

/** Records the first value of each field in a result. */
function record(answer: unknown, seen: Map<string, string>): void {
  if (Array.isArray(answer)) {
    answer.forEach((item) => {
      record(item, seen);
    });
  } else if (typeof answer === 'object' && answer !== null) {
    for (const [alias, value] of Object.entries(answer)) {
      recordField(readAlias(alias), value, seen);
    }
  }
}

function recordField(
  read: ReturnType<typeof readAlias>,
  value: unknown,
  seen: Map<string, string>,
): void {
  const isLeaf = read !== null && isLeafType(getNamedType(read[1].type));
  if (read && value !== null && !seen.has(read[0])) {
    const shown = isLeaf ? JSON.stringify(value) : Array.isArray(value) ? '[…]' : '{…}';
    seen.set(read[0], shown.length > 100 ? `${shown.slice(0, 100)}…` : shown);
  }
  if (!isLeaf) {
    record(value, seen);
  }
}

/** Fields that depend on the time of the test. */
const OF_THE_MOMENT = /^RateLimit\.(remaining|concurrentRemaining|resetAt|observedAt)$/;

test('every field of the schema has a value with the demo Sentry', async () => {
  await using gateway = await startGateway({
    rateLimit: { limit: 10_000, windowSeconds: 60 },
    env: Object.fromEntries(
      'MAX_TOKENS MAX_DEPTH MAX_ALIASES MAX_ROOT_FIELDS MAX_DIRECTIVES MAX_LIST_NESTING MAX_PAGES MAX_UPSTREAM_REQUESTS'
        .split(' ')
        .map((name) => [name, '1000000']),
    ),
  });
  const seen = new Map<string, string>();
  for (const operation of OPERATIONS) {
    const { data, errors } = await gateway.execute(
      operation.replace('http://URL', gateway.upstream.url),
    );
    expect(errors, operation.slice(0, 200)).toBeUndefined();
    record(data, seen);
  }
  expect(gateway.defects).toEqual([]);

  const coordinates = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`));
  const missing = coordinates.filter((each) => !seen.has(each));
  expect(missing).toEqual([]);
  const lines = coordinates
    .filter((each) => seen.has(each))
    .sort()
    .map((each) => `${each} = ${OF_THE_MOMENT.test(each) ? 'of the moment' : seen.get(each)}`);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('every-field.snapshot');
});
