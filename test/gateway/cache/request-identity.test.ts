import { expect, test } from 'vitest';
import { startGateway } from '../../harness/gateway.ts';

/* Which requests the gateway treats as equal, and how it counts the size of their responses. */

const MAIN = '1341191803';
const LISTS = [
  [
    'a query that holds another argument',
    { query: 'x&sort=new', sort: null },
    { query: 'x', sort: 'new' },
  ],
  ['a value with a comma', { environment: ['a,b'] }, { environment: ['a', 'b'] }],
  ['a project with a comma', { project: ['1,2'] }, { project: ['1', '2'] }],
] as const;

test.each(LISTS)('%s does not share a cache entry with another request', async (_, one, other) => {
  await using gateway = await startGateway({
    env: { CACHE: 'on', CACHE_TTL_MS: '60000' },
    intercept: () => ({ status: 200, body: '[]' }),
  });
  const list = `query ($query: String, $sort: String, $environment: [String!], $statsPeriod: String, $project: [String!]) {
    organization(slug: "hellboy-meowmeow") {
      issues(first: 3, query: $query, sort: $sort, environment: $environment, statsPeriod: $statsPeriod, project: $project) {
        nodes { issueId }
      }
    }
  }`;
  const none = { query: '', sort: null, environment: null, statsPeriod: null, project: null };
  await gateway.execute(list, { ...none, ...one });
  await gateway.execute(list, { ...none, ...other });
  expect(new Set(gateway.upstream.requests.map(({ url }) => url)).size).toBe(2);
});

test('the events of one issue below several of its hashes are requested once', async () => {
  await using gateway = await startGateway();
  const answer = await gateway.execute(
    `{ issue(organization: "hellboy-meowmeow", id: "${MAIN}") {
      hashes(first: 5) { nodes { issue { events(first: 1) { nodes { eventId } } } } }
    } }`,
    {},
    { 'x-sentry-graphql-upstream': 'true' },
  );
  expect(answer.errors).toBeUndefined();
  expect(answer).toHaveProperty('extensions.upstream.requests', 2);
  expect(answer).toHaveProperty('extensions.upstream.savedBySingleFlight', 0);
});

test('event bodies are cached on a server that returns light events only for `full=`', async () => {
  await using gateway = await startGateway({
    dialect: 'sentry-2025',
    env: { CACHE: 'on', CACHE_TTL_MS: '0' },
  });
  const page = () =>
    gateway.execute(
      `{ issue(organization: "hellboy-meowmeow", id: "${MAIN}") { hashes(first: 5) { nodes { latestEvent { size } } } } }`,
      {},
      { 'x-sentry-graphql-upstream': 'true' },
    );
  const first = await page();
  await page();
  const third = await page();
  expect(third.data).toEqual(first.data);
  expect(third).toHaveProperty('extensions.upstream.eventsFromCache', 5);
  expect(gateway.upstream.requests.map(({ query }) => query.get('full'))).toEqual(['1', '0', '']);
});

test('a page completed from cached bodies counts with their bytes', async () => {
  const body = (digit: string) => {
    const eventID = digit.repeat(32);
    const title = 'x'.repeat(150_000);
    return { id: eventID, eventID, groupID: MAIN, title, size: 1, entries: [] };
  };
  const bodies = ['1', '2', '3', '4'].map(body);
  await using gateway = await startGateway({
    // Enough for three of the bodies in memory, but not for four.
    env: { CACHE: 'on', CACHE_TTL_MS: '60000', CACHE_MAX_BYTES: '1048576' },
    intercept({ path, query }) {
      const isFull = query.get('full') === '1';
      const rows = bodies.slice(0, Number(query.get('per_page'))).map((event) => ({
        id: event.id,
        latestEvent: isFull ? event : { ...event, title: 'x', entries: undefined },
      }));
      return {
        status: 200,
        body: JSON.stringify(path.endsWith('/hashes/') ? rows : bodies),
      };
    },
  });
  const page = async (first: number, selection: string) => {
    gateway.upstream.forgetRequests();
    const { errors } = await gateway.execute(
      `{ issue(organization: "hellboy-meowmeow", id: "${MAIN}") { hashes(first: ${first}) { nodes { latestEvent { ${selection} } } } } }`,
    );
    expect(errors).toBeUndefined();
    return gateway.upstream.requests.map(({ path }) => path.split('/').at(-2));
  };
  expect(await page(3, 'size')).toEqual(['hashes']);
  expect(await page(4, 'size')).toEqual(['hashes', 'events']);
  expect(await page(4, 'size dist')).toContain('hashes');
});

test('pages of one event list that begin with the same row are one request', async () => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute(
    `{ issue(organization: "hellboy-meowmeow", id: "${MAIN}") {
      few: events(first: 2) { nodes { eventId } pageInfo { hasNextPage } }
      more: events(first: 5) { nodes { eventId } }
    } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.issue.few.nodes).toEqual(data.issue.more.nodes.slice(0, 2));
  expect(data.issue.few.pageInfo.hasNextPage).toBe(true);
  expect(gateway.upstream.requests.map(({ query }) => query.get('per_page'))).toEqual(['5']);
});
