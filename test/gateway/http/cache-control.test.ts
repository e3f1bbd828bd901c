import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';

/* `Cache-Control` of responses to POST. */

const ISSUE = 'issue(organization: "hellboy-meowmeow", id: "1341191803")';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

async function cacheControl(query: string, variables = {}, { url } = gateway) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  await response.text();
  return response.headers.get('cache-control');
}

const entity = (type: string, fields: string) => `query ($id: ID!) {
  _entities(representations: [{ __typename: "${type}", id: $id }]) { __typename ... on ${type} { ${fields} } }
}`;

test.each([
  ['an issue', `{ ${ISSUE} { title } }`, 30],
  ['a page of hashes', `{ ${ISSUE} { hashes { nodes { hash } } } }`, 15],
  [
    'a page of hashes in a fragment',
    `{ ...F } fragment F on Query { ${ISSUE} { hashes { nodes { hash } } } }`,
    15,
  ],
  ['an organization', '{ organization(slug: "hellboy-meowmeow") { slug name } }', 300],
  ['an event below its issue', `{ ${ISSUE} { latestEvent { title user { id } } } }`, 30],
])(
  'a response with %s may be cached as long as its shortest hint allows',
  async (_what, query, seconds) => {
    expect(await cacheControl(query)).toBe(`private, max-age=${seconds}`);
  },
);

test('a router may cache an event for a day, and a hash for 15 seconds', async () => {
  const { data } = await gateway.execute(
    `{ ${ISSUE} { id latestEvent { id } hashes(first: 1) { nodes { id } } } }`,
  );
  const { id, latestEvent, hashes } = data.issue;
  const event = { id: latestEvent.id };
  expect(await cacheControl(entity('Event', 'title tags { key }'), event)).toBe(
    'private, max-age=86400',
  );
  expect(await cacheControl(entity('Event', 'title issueId'), event)).toBe('private, max-age=30');
  expect(await cacheControl(entity('IssueHash', 'hash'), { id: hashes.nodes[0].id })).toBe(
    'private, max-age=15',
  );
  expect(await cacheControl('query ($id: ID!) { node(id: $id) { id } }', { id })).toBe(
    'private, max-age=15',
  );
});

test.each([
  [
    'a mutation',
    'mutation { updateIssue(input: { issue: "x", hasSeen: true }) { clientMutationId } }',
  ],
  ['a refused operation', '{ nothing }'],
  [
    'a partial result',
    `{ ${ISSUE} { title } other: issue(organization: "hellboy-meowmeow", id: "1") { title } }`,
  ],
  ['a rate limit', `{ ${ISSUE} { title } rateLimit { remaining } }`],
  ['the type of the root alone', '{ __typename }'],
])('%s may not be cached', async (_what, query) => {
  expect(await cacheControl(query)).toBe('no-store');
});

test('a response that the caller needs to sign in for may not be cached', async () => {
  await using other = await startGateway({ env: { ROUTER_SECRET: 'the-secret-of-the-router' } });
  expect(await cacheControl(`{ ${ISSUE} { title } }`, {}, other)).toBe('no-store');
});

test('a response that Sentry has just sent may be cached for its whole time', async () => {
  await using other = await startGateway({ env: { CACHE: 'on', CACHE_TTL_MS: '600000' } });
  const startMs = Date.now();
  let readings = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => {
    readings += 1;
    return startMs + readings;
  });
  try {
    expect(await cacheControl(`{ ${ISSUE} { title } }`, {}, other)).toBe('private, max-age=30');
  } finally {
    clock.mockRestore();
  }
  expect(readings).toBeGreaterThan(0);
});

test("a response from the gateway's own cache may be cached for the rest of its time", async () => {
  await using other = await startGateway({ env: { CACHE: 'on', CACHE_TTL_MS: '600000' } });
  const query = `{ ${ISSUE} { title } }`;
  expect(await cacheControl(query, {}, other)).toBe('private, max-age=30');
  for (const repeated of [query, `{ ${ISSUE} { title shortId } }`]) {
    const [, seconds] =
      /^private, max-age=(\d+)$/.exec((await cacheControl(repeated, {}, other)) ?? '') ?? [];
    expect(Number(seconds)).toBeLessThanOrEqual(30);
  }
  expect(other.upstream.requests).toHaveLength(1);
});

test('an expired response that is served because Sentry fails may not be cached', async () => {
  let isDown = false;
  await using other = await startGateway({
    env: { CACHE: 'on', CACHE_TTL_MS: '0' },
    intercept: () => (isDown ? { status: 503, body: '' } : undefined),
  });
  const query = `{ ${ISSUE} { title } }`;
  expect(await cacheControl(query, {}, other)).toBe('private, max-age=30');
  isDown = true;
  expect(await cacheControl(query, {}, other)).toBe('no-store');
});

test('CACHE_CONTROL=false sends none', async () => {
  await using other = await startGateway({ env: { CACHE_CONTROL: 'false' } });
  expect(await cacheControl(`{ ${ISSUE} { title } }`, {}, other)).toBe(null);
  expect(await cacheControl('{ nothing }', {}, other)).toBe(null);
});
