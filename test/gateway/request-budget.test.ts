import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { type Execution, startGateway, type TestGateway } from '../harness/gateway.ts';

const ORGANIZATION = 'hellboy-meowmeow';
const issueId = (issue: string | number) => encodeGlobalId('Issue', ORGANIZATION, `${issue}`);
const unknownIds = (count: number) => Array.from({ length: count }, (_, i) => issueId(900_001 + i));
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Issue { title } } }';

interface Cost {
  readonly found: number;
  readonly taken: number;
  readonly limit: number;
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => gateway.upstream.forgetRequests());
afterAll(() => gateway[Symbol.asyncDispose]());

async function cost(
  query: string,
  variables: object = {},
  { url }: TestGateway = gateway,
): Promise<Execution & { cost: Cost }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sentry-graphql-cost': 'true' },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as Execution & {
    extensions?: { cost?: { requests?: Cost } };
  };
  const none = { found: 0, taken: 0, limit: 0 };
  return { ...answer, cost: answer.extensions?.cost?.requests ?? none };
}

function codesOf({ errors = [] }: Execution): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { extensions } of errors) {
    counts[extensions.code] = (counts[extensions.code] ?? 0) + 1;
  }
  return counts;
}

test('100 unknown IDs take as many requests as the limit allows, and each has its own error', async () => {
  const answer = await cost(NODES, { ids: unknownIds(100) });
  expect(answer.cost).toEqual({ found: 1, taken: 60, limit: 60 });
  expect(gateway.upstream.requests).toHaveLength(60);
  expect(answer.data.nodes).toEqual(Array(100).fill(null));
  expect(codesOf(answer)).toEqual({ NOT_FOUND: 59, OPERATION_TOO_EXPENSIVE: 41 });
  const refused = answer.errors?.find((e) => e.extensions.code === 'OPERATION_TOO_EXPENSIVE');
  expect(refused?.extensions).toMatchObject({ limit: 60, found: 61 });
  expect(refused?.message).toMatch(/request 61 .* limit of 60/);
});

test('unknown IDs take no requests from other fields', async () => {
  await using strict = await startGateway({ env: { MAX_UPSTREAM_REQUESTS: '8' } });
  const { data, errors } = await strict.execute(
    `query ($ids: [ID!]!) {
      nodes(ids: $ids) { ... on Issue { title } }
      issue(organization: "${ORGANIZATION}", id: "${EMBEDDED_ISSUES.twenty}") {
        hashes(first: 3) { nodes { hash } }
        recommendedEvent { title }
      }
      late: organization(slug: "${ORGANIZATION}") {
        issue(id: "CHECKOUT-4F") { latestEvent { title release { version } } }
      }
    }`.replace('version', 'raw'),
    { ids: [...unknownIds(20), issueId(EMBEDDED_ISSUES.one)] },
  );
  expect(strict.upstream.requests.length).toBeLessThanOrEqual(8);
  expect(data.nodes.at(-1)).toEqual({ title: 'TypeError: cart is undefined' });
  expect(data.issue.hashes.nodes).toHaveLength(3);
  expect(data.issue.recommendedEvent).toMatchObject({ title: expect.any(String) });
  expect(data.late.issue.latestEvent).toMatchObject({ title: expect.any(String) });
  expect(errors?.map(({ path }) => path?.[0])).toEqual(Array(20).fill('nodes'));
});

test('an event that a list leaves out is an error, not null, if no request is left to look it up', async () => {
  await using strict = await startGateway({ env: { MAX_UPSTREAM_REQUESTS: '3' } });
  const ids = ['0', '1', '2', '3'].map((digit) =>
    encodeGlobalId('Event', ORGANIZATION, EMBEDDED_ISSUES.twenty, digit.repeat(32)),
  );
  const answer = await strict.execute('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(answer.data.nodes).toEqual([null, null, null, null]);
  expect(codesOf(answer)).toEqual({ OPERATION_TOO_EXPENSIVE: 2 });
  expect(strict.upstream.requests).toHaveLength(3);
});

test('IDs of several types are measured by the batches that find them', async () => {
  const answer = await cost('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }', {
    ids: [
      issueId(EMBEDDED_ISSUES.one),
      issueId(EMBEDDED_ISSUES.twenty),
      issueId('CHECKOUT-4F'),
      encodeGlobalId('Organization', ORGANIZATION),
      encodeGlobalId('Event', ORGANIZATION, EMBEDDED_ISSUES.twenty, '0'.repeat(32)),
      'no ID',
    ],
  });
  expect(answer.cost.found).toBe(4);
  // The event that is gone is looked up in addition.
  expect(answer.cost.taken).toBe(5);
});

test('the variables of one caller decide nothing for the next', async () => {
  const hashIds = Array.from({ length: 7 }, (_, i) =>
    encodeGlobalId('IssueHash', ORGANIZATION, `${900_001 + i}`, `${i}`.repeat(32)),
  );
  const issueIds = Array.from({ length: 7 }, () => issueId(EMBEDDED_ISSUES.one));
  const expectRefused = async (query: string) =>
    expect((await cost(query, { ids: hashIds })).errors).toMatchObject([
      { extensions: { code: 'OPERATION_TOO_EXPENSIVE', found: 70 } },
    ]);
  const expectAnswered = async (query: string) =>
    expect(await cost(query, { ids: issueIds })).toMatchObject({ cost: { found: 1 } });
  for (let again = 0; again < 2; again += 1) {
    await expectRefused('query A($ids: [ID!]!) { nodes(ids: $ids) { id } }');
    await expectAnswered('query A($ids: [ID!]!) { nodes(ids: $ids) { id } }');
    await expectAnswered('query B($ids: [ID!]!) { nodes(ids: $ids) { id } }');
    await expectRefused('query B($ids: [ID!]!) { nodes(ids: $ids) { id } }');
  }
});

test('a hash ID is measured by the walk that finds the hash', async () => {
  const id = encodeGlobalId('IssueHash', ORGANIZATION, EMBEDDED_ISSUES.main, 'f'.repeat(32));
  const answer = await cost('query ($id: ID!) { node(id: $id) { id } }', { id });
  expect(answer.data).toEqual({ node: null });
  expect(answer.cost.taken).toBeGreaterThan(1);
  expect(answer.cost.taken).toBeLessThanOrEqual(answer.cost.found);
});

const HASHES = 'hashes(first: 10) { nodes { hash latestEvent { title fingerprints } } }';

async function listIssueIds(count: number): Promise<readonly string[]> {
  const { data } = await gateway.execute(
    `{ organization(slug: "${ORGANIZATION}") { issues(first: ${count}) { nodes { id } } } }`,
  );
  return data.organization.issues.nodes.map(({ id }: { id: string }) => id);
}

test.each<[name: string, found: number, query: string, toVariables: () => Promise<object>]>([
  [
    'a page of issues with their hashes',
    28,
    `{ organization(slug: "${ORGANIZATION}") { issues(first: 25) { nodes { title ${HASHES} } } } }`,
    async () => ({}),
  ],
  [
    '25 issues by their IDs with their hashes',
    26,
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Issue { title ${HASHES} } } }`,
    async () => ({ ids: await listIssueIds(25) }),
  ],
  [
    'ten issues with all fields of their details',
    13,
    `{ organization(slug: "${ORGANIZATION}") { issues(first: 10) { nodes {
      tags { key } activity { type } seenBy { name } participants { name } userReportCount stats
      firstRelease { version } lastRelease { version } openPeriods { start } raw
    } } } }`,
    async () => ({}),
  ],
  [
    'ten projects with all fields of their details',
    13,
    `{ organization(slug: "${ORGANIZATION}") { projects(first: 10) { nodes {
      dateCreated status isMember hasAccess isBookmarked features firstEvent
    } } } }`,
    async () => ({}),
  ],
  [
    'fifteen events with fields of their details',
    17,
    `{ issue(organization: "${ORGANIZATION}", id: "${EMBEDDED_ISSUES.main}") { events(first: 15) { nodes {
      release { version } userReport { name } resolvedWith sdkUpdates
    } } } }`,
    async () => ({}),
  ],
  [
    'five events with their neighbours',
    17,
    `{ issue(organization: "${ORGANIZATION}", id: "${EMBEDDED_ISSUES.main}") { events(first: 5) { nodes {
      release { version } previousEvent { eventId } nextEvent { eventId }
    } } } }`,
    async () => ({}),
  ],
  [
    'an organization with all fields of its detail',
    2,
    `{ organization(slug: "${ORGANIZATION}") { organizationId name dateCreated } }`,
    async () => ({}),
  ],
  [
    'all issues by representations',
    1,
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Issue { title } } }',
    async () => ({ of: (await listIssueIds(100)).map((id) => ({ __typename: 'Issue', id })) }),
  ],
])('%s: within the default limit', async (_name, found, query, toVariables) => {
  const answer = await cost(query, await toVariables());
  expect(answer.errors).toBeUndefined();
  expect(answer.cost).toMatchObject({ found, limit: 60 });
  expect(answer.cost.taken).toBeLessThanOrEqual(found);
});

test('50 events of an issue under aliases are measured as one request and take one', async () => {
  const { data } = await gateway.execute(
    `{ issue(organization: "${ORGANIZATION}", id: "${EMBEDDED_ISSUES.main}") { hashes(first: 50) { nodes { latestEvent { id } } } } }`,
  );
  const fields = data.issue.hashes.nodes.map(
    ({ latestEvent }: { latestEvent: { id: string } }, i: number) =>
      `e${i}: node(id: "${latestEvent.id}") { id ... on Event { title } }`,
  );
  expect(fields).toHaveLength(50);
  const answer = await cost(`{ ${fields.join(' ')} }`);
  expect(answer.errors).toBeUndefined();
  expect(answer.cost).toEqual({ found: 1, taken: 1, limit: 60 });
});

test('the issues of 100 hashes are within the default limit', async () => {
  const { data } = await gateway.execute(
    `{ issue(organization: "${ORGANIZATION}", id: "${EMBEDDED_ISSUES.main}") { hashes(first: 100) { nodes { hash } } } }`,
  );
  const hashes = data.issue.hashes.nodes.map(({ hash }: { hash: string }) => hash);
  const answer = await cost(
    `query ($hashes: [String!]!) { organization(slug: "${ORGANIZATION}") { project(slug: "checkout") {
      issuesByHash(hashes: $hashes) { hash issue { issueId } }
    } } }`,
    { hashes },
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data.organization.project.issuesByHash).toHaveLength(100);
  expect(answer.cost).toEqual({ found: 3, taken: 2, limit: 60 });
});

const main = (selection: string) =>
  `{ issue(organization: "${ORGANIZATION}", id: "${EMBEDDED_ISSUES.main}") { ${selection} } }`;
const FULL = 'latestEvent { size }';

/** Measured for a server whose pages of full events have ten rows, and for one that sent more. */
test.each<[operation: string, unknown: number, long: number]>([
  [main(`hashes(first: 100) { nodes { ${FULL} } }`), 11, 2],
  [main(`hashes(first: 100) { edges { node { ${FULL} } } }`), 11, 2],
  [main(`hashes(last: 60) { nodes { ${FULL} } }`), 9, 4],
  [main(`hashes { nodes { ${FULL} } }`), 3, 2],
  [main('hashes(first: 100) { nodes { latestEvent { title } } }'), 2, 2],
  [main('events(first: 30) { nodes { size } }'), 4, 2],
  [main('events(first: 30) { nodes { title } }'), 2, 2],
  [main('events(first: 30) { nodes { title issue { latestEvent { size } } } }'), 4, 4],
  [main('latestEvent { size }'), 2, 2],
  [
    `{ organization(slug: "${ORGANIZATION}") { issues(first: 25) { nodes { hashes(first: 10) { nodes { ${FULL} } } } } } }`,
    28,
    28,
  ],
])('full events are measured by the pages that they take: %s', async (query, unknown, long) => {
  for (const dialect of ['sentry-2026-09', 'sentry-2026', 'glitchtip'] as const) {
    await using fresh = await startGateway({ dialect, env: { MAX_UPSTREAM_REQUESTS: '100' } });
    const first = await cost(query, {}, fresh);
    expect(first.errors).toBeUndefined();
    expect(first.cost.found).toBe(unknown);
    await fresh.execute(main(`hashes(first: 11) { nodes { ${FULL} } }`));
    const later = await cost(query, {}, fresh);
    expect(later.cost.found).toBe(dialect === 'sentry-2026-09' ? unknown : long);
    expect(later.cost.taken).toBeLessThanOrEqual(later.cost.found);
  }
});

test('full events by their IDs are measured by the batches that the server sends', async () => {
  await using fresh = await startGateway({ dialect: 'sentry-2026-09' });
  const { data } = await fresh.execute(main('hashes(first: 50) { nodes { latestEvent { id } } }'));
  const ids = data.issue.hashes.nodes.map(
    ({ latestEvent }: { latestEvent: { id: string } }) => latestEvent.id,
  );
  const query = (field: string) =>
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Event { ${field} } } }`;
  expect((await cost(query('size'), { ids }, fresh)).cost.found).toBe(5);
  expect((await cost(query('title'), { ids }, fresh)).cost.found).toBe(1);
});

test('a refusal names the fields that cost most, and what would fit', async () => {
  const query = `{ organization(slug: "${ORGANIZATION}") { issues(first: 50) { nodes { hashes { totalCount nodes { grouping { __typename } } } } } } }`;
  const { errors } = await gateway.execute(query);
  expect(errors?.[0]?.message).toBe(
    'The operation may take 1103 requests to Sentry; the limit is 60 (MAX_UPSTREAM_REQUESTS). ' +
      'Most are for `IssueHash.grouping` (1 for each of 1000) and `IssueHashConnection.totalCount` (1 for each of 50). ' +
      'Request smaller pages, or fewer fields that take requests of their own.',
  );
  expect(errors?.[0]?.extensions['fields']).toEqual([
    { field: 'IssueHash.grouping', requests: 1_000, objects: 1_000 },
    { field: 'IssueHashConnection.totalCount', requests: 50, objects: 50 },
    { field: 'Issue.hashes', requests: 50, objects: 50 },
    { field: 'Organization.issues', requests: 2, objects: 1 },
    { field: 'Query.organization', requests: 1, objects: 1 },
  ]);
});

test('a refusal says for how many objects the most expensive field would fit', async () => {
  const query = `{ organization(slug: "${ORGANIZATION}") { issues(first: 50) { nodes { hashes(last: 3) { nodes { hash } } } } } }`;
  const { errors } = await gateway.execute(query);
  expect(errors?.[0]?.message).toContain('`Issue.hashes` (3 for each of 50)');
  expect(errors?.[0]?.message).toContain('`Issue.hashes` would fit for 19 of them.');
  const smaller = await gateway.execute(query.replace('first: 50', 'first: 19'));
  expect(smaller.errors).toBeUndefined();
});

test('the hashes of the first 20 issues of an organization can be counted', async () => {
  const query = `{ organization(slug: "${ORGANIZATION}") { issues { nodes { hashes { totalCount } } } } }`;
  const answer = await cost(query);
  expect(answer.errors).toBeUndefined();
  expect(answer.cost).toMatchObject({ found: 43, limit: 60 });
  const counts = answer.data.organization.issues.nodes.map(
    ({ hashes }: { readonly hashes: { readonly totalCount: number } }) => hashes.totalCount,
  );
  expect(Math.max(...counts)).toBeGreaterThan(20);
});

test('a list whose end is beyond the limit is not counted, and its page stays whole', async () => {
  await using strict = await startGateway({ env: { MAX_UPSTREAM_REQUESTS: '8' } });
  const query = `{ issue(organization: "${ORGANIZATION}", id: "${EMBEDDED_ISSUES.thousand}") { hashes { totalCount nodes { hash } } } }`;
  const answer = await cost(query, {}, strict);
  expect(answer.cost).toMatchObject({ found: 3, limit: 8 });
  expect(answer.data.issue.hashes.totalCount).toBeNull();
  expect(answer.data.issue.hashes.nodes).toHaveLength(20);
  expect(answer.errors).toMatchObject([
    {
      path: ['issue', 'hashes', 'totalCount'],
      message: expect.stringContaining('could not be foreseen'),
      extensions: { code: 'OPERATION_TOO_EXPENSIVE' },
    },
  ]);
  expect(strict.upstream.requests.length).toBeLessThanOrEqual(8);
});

test('the cost of an operation has the requests of each field', async () => {
  const query = `{ issue(organization: "${ORGANIZATION}", id: "${EMBEDDED_ISSUES.main}") { tags { key } activity { type } hashes(first: 5) { nodes { latestEvent { release { version } } } } } }`;
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sentry-graphql-cost': 'true' },
    body: JSON.stringify({ query }),
  });
  const { extensions } = (await response.json()) as {
    extensions: { cost: { requests: Cost; fields: readonly { requests: number }[] } };
  };
  const { requests, fields } = extensions.cost;
  expect(fields[0]).toEqual({ field: 'Event.release', requests: 5, objects: 5 });
  expect(fields.reduce((sum, field) => sum + field.requests, 0)).toBe(requests.found);
});
