import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RecordedRequest, ReplacementAnswer } from '../../embedded-sentry/server.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

/*
 * The minimum of upstream requests for an operation. Requests that must be parallel are held until all of
 * them have arrived: if they were sent one after another, they would never be answered.
 */

const MAIN = '1341191803';
let gateway: TestGateway;
let holdUntil = 1;
let waiting: (() => void)[] = [];

async function hold(_request: RecordedRequest): Promise<ReplacementAnswer | undefined> {
  await new Promise<void>((release) => {
    waiting.push(release);
    if (waiting.length >= holdUntil) {
      for (const each of waiting) {
        each();
      }
      waiting = [];
    }
  });
  return undefined;
}

beforeAll(async () => {
  gateway = await startGateway({ intercept: hold });
});
beforeEach(() => {
  holdUntil = 1;
  gateway.upstream.forgetRequests();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const ask = async (query: string, variables?: Record<string, unknown>) => {
  const { data, errors } = await gateway.execute(query, variables);
  expect(errors).toBeUndefined();
  return data;
};
const issue = (selection: string) =>
  `{ issue(organization: "hellboy-meowmeow", id: "${MAIN}") { ${selection} } }`;
const log = () => gateway.upstream.requests.map(({ method, url }) => `${method} ${url}`);
const hashesUrl = (query: string, id = MAIN) =>
  `GET /api/0/organizations/hellboy-meowmeow/issues/${id}/hashes/?${query}`;

test('only hashes: 1 request, for light events', async () => {
  const data = await ask(issue('hashes { nodes { hash } }'));
  expect(data.issue.hashes.nodes).toHaveLength(20);
  expect(log()).toEqual([hashesUrl('full=0&per_page=20')]);
});

test.each([
  'id eventId sentryId issueId title message location culprit platform type dateCreated metadata',
  'tags { key value }',
  'user { id email username ipAddress }',
])('the light event fields %s: 1 request with full=0', async (fields) => {
  await ask(issue(`hashes(first: 3) { nodes { id hash latestEvent { ${fields} } } }`));
  expect(log()).toEqual([hashesUrl('full=0&per_page=3')]);
});

test.each([
  'size',
  'entries { type }',
  'dateReceived',
  'fingerprints',
  'contexts',
  'raw',
  'user { name }',
  '... on Node { ... on Event { title sdk { name } } }',
])('%s, which only a full event has: 1 request with full=1', async (field) => {
  await ask(issue(`hashes(first: 3) { edges { node { latestEvent { title ${field} } } } }`));
  expect(log()).toEqual([hashesUrl('full=1&per_page=3')]);
});

test.each([
  ['@skip', 'size @skip(if: $yes)'],
  ['@include', 'size @include(if: $no)'],
  ['@include on a fragment', '... @include(if: $no) { size }'],
  ['@skip on a spread', '...Heavy @skip(if: $yes)'],
])('a field of full events that %s leaves out does not cause full events', async (_how, field) => {
  const fragment = field.includes('Heavy') ? 'fragment Heavy on Event { size }' : '';
  await ask(
    `query ($yes: Boolean = true, $no: Boolean = false) { issue(organization: "hellboy-meowmeow", id: "${MAIN}") {
      hashes(first: 3) { nodes { latestEvent { title ${field} } } }
      title @include(if: $no) shortId @skip(if: $yes)
    } } ${fragment}`,
  );
  expect(log()).toEqual([hashesUrl('full=0&per_page=3')]);
});

test('a field of full events in named fragments and under aliases causes full events', async () => {
  await ask(
    `${issue('...Page')}
     fragment Page on Issue { list: hashes(first: 3) { rows: edges { ...Row } } }
     fragment Row on IssueHashEdge { node { newest: latestEvent { ...Body } } }
     fragment Body on Event { bytes: size }`,
  );
  expect(log()).toEqual([hashesUrl('full=1&per_page=3')]);
});

test("the issue's title and its hashes: 2 requests in parallel", async () => {
  holdUntil = 2;
  const data = await ask(issue('title hashes(first: 3) { nodes { hash } }'));
  expect(data.issue.title).toBeTypeOf('string');
  expect(log().sort()).toEqual(
    [
      `GET /api/0/organizations/hellboy-meowmeow/issues/${MAIN}/`,
      hashesUrl('full=0&per_page=3'),
    ].sort(),
  );
});

test('the same field ten times under aliases: 1 request', async () => {
  const aliases = Array.from(
    { length: 10 },
    (_, i) => `a${i}: hashes(first: 5) { nodes { hash } }`,
  );
  await ask(issue(aliases.join(' ')));
  expect(log()).toEqual([hashesUrl('full=0&per_page=5')]);
});

test('pages that start at the same row: 1 request with the largest limit, with full events if any needs them', async () => {
  const data = await ask(
    issue(
      'a: hashes(first: 5) { pageInfo { hasNextPage } nodes { hash } } b: hashes(first: 30) { nodes { hash } } c: hashes(first: 2) { nodes { latestEvent { size } } }',
    ),
  );
  expect(data.issue.a.nodes).toEqual(data.issue.b.nodes.slice(0, 5));
  expect(data.issue.a.pageInfo.hasNextPage).toBe(true);
  expect(data.issue.c.nodes).toHaveLength(2);
  expect(log()).toEqual([hashesUrl('full=1&per_page=30')]);
});

test('a page in the middle: 1 request, from the row of its cursor', async () => {
  const { issue: first } = await ask(issue('hashes(first: 37) { pageInfo { endCursor } }'));
  gateway.upstream.forgetRequests();
  await ask(
    issue(`hashes(first: 11, after: "${first.hashes.pageInfo.endCursor}") { nodes { hash } }`),
  );
  expect(log()).toEqual([hashesUrl('full=0&per_page=12&cursor=0%3A36%3A0')]);
});

test('`totalCount` costs nothing if the page ends the list', async () => {
  const { issue: end } = await ask(issue('hashes(first: 100, after: "0:200:0") { totalCount }'));
  expect(end.hashes.totalCount).toBe(250);
  expect(log()).toHaveLength(1);
});

test('an issue without a selected field that needs a request costs its detail', async () => {
  await ask(issue('id issueId'));
  expect(log()).toEqual([`GET /api/0/organizations/hellboy-meowmeow/issues/${MAIN}/`]);
});

test('the latest event alone: 1 request, which shows whether the issue exists', async () => {
  await ask(issue('id latestEvent { title size }'));
  expect(log()).toHaveLength(1);
});

test("the latest event and the issue's title: 2 requests in parallel", async () => {
  holdUntil = 2;
  const data = await ask(issue('title latestEvent { title size }'));
  expect(data.issue.latestEvent.title).toBe('This is an example Python exception');
  expect(log()).toHaveLength(2);
});

test('a short ID is sent unchanged, and costs the detail only if the numeric ID is selected', async () => {
  const { issue: known } = await ask(issue('shortId'));
  const byShortId = (selection: string) =>
    `{ issue(organization: "hellboy-meowmeow", id: "${known.shortId}") { ${selection} } }`;
  gateway.upstream.forgetRequests();
  await ask(byShortId('hashes(first: 3) { nodes { hash } }'));
  expect(log()).toEqual([hashesUrl('full=0&per_page=3', known.shortId)]);

  gateway.upstream.forgetRequests();
  holdUntil = 2;
  const data = await ask(byShortId('issueId hashes(first: 3) { nodes { hash } }'));
  expect(data.issue.issueId).toBe(MAIN);
  expect(log()).toHaveLength(2);
});

test('the event of a hash is null if its body is gone, and is not requested again', async () => {
  const { EMBEDDED_ISSUES } = await import('../../embedded-sentry/issues-table.ts');
  const data = await ask(
    `{ issue(organization: "hellboy-meowmeow", id: "${EMBEDDED_ISSUES.goneEvent}") { hashes { nodes { hash latestEvent { size } } } } }`,
  );
  const gone = data.issue.hashes.nodes.filter(
    (node: { latestEvent: unknown }) => node.latestEvent === null,
  );
  expect(gone.length).toBeGreaterThan(0);
  expect(log()).toHaveLength(1);
});

test('24 issues with title and hashes: 1 + 24 requests in parallel', async () => {
  const ids = await globalIdsOfIssues(24);
  // sentry.io's maximum of requests in flight for one token.
  holdUntil = 25;
  const data = await ask(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Issue { title hashes(first: 2) { nodes { hash } } } } }',
    { ids },
  );
  expect(data.nodes.every((node: { title: unknown }) => typeof node.title === 'string')).toBe(true);
  expect(log().filter((line) => line.includes('/hashes/'))).toHaveLength(24);
  expect(log().filter((line) => line.includes('/issues/?group='))).toHaveLength(1);
  expect(log()).toHaveLength(25);
});

test('50 events of one issue by `node`: 1 request', async () => {
  const { issue: page } = await ask(
    issue('hashes(first: 50) { nodes { latestEvent { id eventId } } }'),
  );
  const events: { id: string; eventId: string }[] = page.hashes.nodes.map(
    (node: { latestEvent: object }) => node.latestEvent,
  );
  gateway.upstream.forgetRequests();
  const data = await ask(
    `{ ${events.map(({ id }, i) => `e${i}: node(id: "${id}") { ... on Event { eventId size } }`).join(' ')} }`,
  );
  expect(Object.values(data)).toEqual(
    events.map(({ eventId }) => ({ eventId, size: expect.any(Number) })),
  );
  expect(log()).toHaveLength(1);
  expect(log()[0]).toContain(`/issues/${MAIN}/events/?full=1&`);
});

test('light fields of events by `node` are requested as light events', async () => {
  const { issue: page } = await ask(issue('hashes(first: 2) { nodes { latestEvent { id } } }'));
  gateway.upstream.forgetRequests();
  await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Event { title } } }', {
    ids: page.hashes.nodes.map((node: { latestEvent: { id: string } }) => node.latestEvent.id),
  });
  expect(log()).toHaveLength(1);
  expect(log()[0]).not.toContain('full=');
});

async function globalIdsOfIssues(count: number): Promise<readonly string[]> {
  const response = await fetch(
    `${gateway.upstream.url}/api/0/organizations/hellboy-meowmeow/issues/?query=&limit=100`,
    { headers: { authorization: `Bearer ${gateway.upstream.token}` } },
  );
  const rows = (await response.json()) as { readonly id: string }[];
  expect(rows.length).toBeGreaterThanOrEqual(count);
  const fields = rows
    .slice(0, count)
    .map(({ id }, i) => `i${i}: issue(organization: "hellboy-meowmeow", id: "${id}") { id }`);
  const data = await ask(`{ ${fields.join(' ')} }`);
  gateway.upstream.forgetRequests();
  return Object.values(data as Record<string, { id: string }>).map(({ id }) => id);
}
