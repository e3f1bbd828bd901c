import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RecordedRequest, ReplacementAnswer } from '../../embedded-sentry/server.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

/*
 * The fewest upstream requests that can answer an operation, read from the upstream's log. Requests
 * that are to go side by side are held until all of them have come: asked one after another they
 * would never be answered.
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

test('hashes alone are 1 request, for light events', async () => {
  const data = await ask(issue('hashes { nodes { hash } }'));
  expect(data.issue.hashes.nodes).toHaveLength(20);
  expect(log()).toEqual([hashesUrl('full=0&per_page=20')]);
});

test.each([
  'id eventId sentryId issueId title message location culprit platform type dateCreated metadata',
  'tags { key value }',
  'user { id email username ipAddress }',
])('the light event fields %s are 1 request with full=0', async (fields) => {
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
])('%s, which only a full event has, is 1 request with full=1', async (field) => {
  await ask(issue(`hashes(first: 3) { edges { node { latestEvent { title ${field} } } } }`));
  expect(log()).toEqual([hashesUrl('full=1&per_page=3')]);
});

test.each([
  ['@skip', 'size @skip(if: $yes)'],
  ['@include', 'size @include(if: $no)'],
  ['@include on a fragment', '... @include(if: $no) { size }'],
  ['@skip on a spread', '...Heavy @skip(if: $yes)'],
])('a full field that %s leaves out does not make the events full', async (_how, field) => {
  const fragment = field.includes('Heavy') ? 'fragment Heavy on Event { size }' : '';
  await ask(
    `query ($yes: Boolean = true, $no: Boolean = false) { issue(organization: "hellboy-meowmeow", id: "${MAIN}") {
      hashes(first: 3) { nodes { latestEvent { title ${field} } } }
      title @include(if: $no) shortId @skip(if: $yes)
    } } ${fragment}`,
  );
  expect(log()).toEqual([hashesUrl('full=0&per_page=3')]);
});

test('a full field behind named fragments and aliases makes the events full', async () => {
  await ask(
    `${issue('...Page')}
     fragment Page on Issue { list: hashes(first: 3) { rows: edges { ...Row } } }
     fragment Row on IssueHashEdge { node { newest: latestEvent { ...Body } } }
     fragment Body on Event { bytes: size }`,
  );
  expect(log()).toEqual([hashesUrl('full=1&per_page=3')]);
});

test("the issue's title beside its hashes is 2 requests, side by side", async () => {
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

test('the same field ten times under aliases is 1 request', async () => {
  const aliases = Array.from(
    { length: 10 },
    (_, i) => `a${i}: hashes(first: 5) { nodes { hash } }`,
  );
  await ask(issue(aliases.join(' ')));
  expect(log()).toEqual([hashesUrl('full=0&per_page=5')]);
});

test('pages from one row on are 1 request, as long and as full as the greatest of them', async () => {
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

test('a page in the middle is 1 request, from that very row', async () => {
  const { issue: first } = await ask(issue('hashes(first: 37) { pageInfo { endCursor } }'));
  gateway.upstream.forgetRequests();
  await ask(
    issue(`hashes(first: 11, after: "${first.hashes.pageInfo.endCursor}") { nodes { hash } }`),
  );
  expect(log()).toEqual([hashesUrl('full=0&per_page=11&cursor=0%3A37%3A0')]);
});

test('`totalCount` walks light pages of 100, and costs nothing where the page ends the list', async () => {
  const data = await ask(issue('hashes(first: 5) { totalCount }'));
  expect(data.issue.hashes.totalCount).toBe(250);
  expect(log()).toEqual([
    hashesUrl('full=0&per_page=5'),
    hashesUrl('full=0&per_page=100'),
    hashesUrl('full=0&per_page=100&cursor=0%3A100%3A0'),
    hashesUrl('full=0&per_page=100&cursor=0%3A200%3A0'),
  ]);
  gateway.upstream.forgetRequests();
  const { issue: end } = await ask(issue('hashes(first: 100, after: "0:200:0") { totalCount }'));
  expect(end.hashes.totalCount).toBe(250);
  expect(log()).toHaveLength(1);
});

test('`last` without `before` walks to the end, and fetches the full events it needs in one batch', async () => {
  const data = await ask(
    issue('hashes(last: 3) { totalCount nodes { hash latestEvent { size } } }'),
  );
  expect(data.issue.hashes.nodes.map((node: { latestEvent: object }) => node.latestEvent)).toEqual(
    Array(3).fill({ size: expect.any(Number) }),
  );
  expect(log()).toHaveLength(4);
  expect(log()[3]).toContain(`/issues/${MAIN}/events/?full=1&per_page=100&query=id%3A%5B`);
});

test('an issue of which nothing selected would reach Sentry costs its detail', async () => {
  await ask(issue('id issueId'));
  expect(log()).toEqual([`GET /api/0/organizations/hellboy-meowmeow/issues/${MAIN}/`]);
});

test('the newest event and the detail that tells whether the issue exists go side by side', async () => {
  holdUntil = 2;
  const data = await ask(issue('latestEvent { title size }'));
  expect(data.issue.latestEvent.title).toBe('This is an example Python exception');
  expect(log()).toHaveLength(2);
});

test('a short id goes upstream as it is, and costs the detail only where the numeric id is selected', async () => {
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

test('an event of a hash whose body is gone is null, and nobody asks for it again', async () => {
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

test('24 issues with title and hashes are 1 + 24 requests, side by side', async () => {
  const ids = await globalIdsOfIssues(24);
  // As many as sentry.io lets a token have under way at once.
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

test('50 events of one issue by `node` are 1 request', async () => {
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

test('light fields of events by `node` are asked for without their bodies', async () => {
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
