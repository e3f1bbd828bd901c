import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DOCUMENTATION_SAMPLE } from '../../embedded-sentry/documentation-sample.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

/*
 * The upstream requests of the fields around hashes.
 */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => gateway.upstream.forgetRequests());
afterAll(() => gateway[Symbol.asyncDispose]());

async function ask(query: string) {
  const { data, errors } = await gateway.execute(query);
  expect(errors).toBeUndefined();
  return data;
}
const organization = (selection: string) =>
  ask(`{ organization(slug: "hellboy-meowmeow") { ${selection} } }`);
const issue = (selection: string, id: string = EMBEDDED_ISSUES.main) =>
  ask(`{ issue(organization: "hellboy-meowmeow", id: "${id}") { ${selection} } }`);

/** The requests, without the slug of the organization and without query strings. */
const paths = () =>
  gateway.upstream.requests.map(({ path }) =>
    path.replace('/api/0/', '').replace('organizations/hellboy-meowmeow/', ''),
  );

const { latestEvent } = DOCUMENTATION_SAMPLE;

test('25 issues of a list with titles and hashes take 1 + 25 requests', async () => {
  const { organization: found } = await organization(
    'issues(first: 25) { nodes { title hashes(first: 10) { nodes { hash latestEvent { title fingerprints } } } } }',
  );
  expect(found.issues.nodes).toHaveLength(25);
  const [list, ...lists] = paths();
  expect(list).toBe('issues/');
  expect(lists).toHaveLength(25);
  expect(lists.every((path) => /^issues\/\d+\/hashes\/$/.test(path))).toBe(true);
});

test('no more hash lists are in flight at once than the limit', async () => {
  let [inFlight, most] = [0, 0];
  await using bounded = await startGateway({
    env: { SENTRY_MAX_CONCURRENT: '5' },
    intercept: async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise((resolve) => setImmediate(resolve));
      inFlight -= 1;
      return undefined;
    },
  });
  const { errors } = await bounded.execute(
    '{ organization(slug: "hellboy-meowmeow") { issues(first: 25) { nodes { hashes(first: 1) { nodes { hash } } } } } }',
  );
  expect(errors).toBeUndefined();
  expect(bounded.upstream.requests).toHaveLength(26);
  expect(most).toBeLessThanOrEqual(5);
});

test.each([
  [
    'an issue list',
    'issues(first: 2) { totalCount nodes { title project { slug name } } }',
    ['issues/'],
  ],
  ['the same list twice', 'a: issues { nodes { id } } b: issues { totalCount }', ['issues/']],
  ['projects', 'projects { nodes { slug features } }', ['projects/']],
  ['a project', 'project(slug: "billing") { name status }', ['projects/hellboy-meowmeow/billing/']],
  [
    "a project's issues",
    'project(slug: "billing") { issues { nodes { title } } }',
    ['projects/hellboy-meowmeow/billing/', 'issues/'],
  ],
  [
    'the issue of a hash',
    `project(slug: "checkout") { issueByHash(hash: "${DOCUMENTATION_SAMPLE.id}") { title } }`,
    ['projects/hellboy-meowmeow/checkout/issues/'],
  ],
  [
    'any event, and its issue',
    `event(id: "${latestEvent.eventID}") { title entries { type } issue { title } }`,
    [`eventids/${latestEvent.eventID}/`, `issues/${EMBEDDED_ISSUES.main}/`],
  ],
  [
    'the issue of an event of a listed issue',
    'issues(first: 1) { nodes { title latestEvent { issue { title } } } }',
    ['issues/', expect.stringMatching(/^issues\/\d+\/events\/latest\/$/)],
  ],
  [
    'the issue of an event of the issue of a hash',
    `project(slug: "checkout") { issueByHash(hash: "${DOCUMENTATION_SAMPLE.id}") { latestEvent { issue { title } } } }`,
    [
      'projects/hellboy-meowmeow/checkout/issues/',
      expect.stringMatching(/^issues\/\d+\/events\/latest\/$/),
    ],
  ],
  ['the organization itself', 'name dateCreated organizationId', ['']],
])('%s: %s', async (_what, selection, expected) => {
  await organization(selection);
  expect(paths()).toEqual(expected);
});

const ISSUE = `issues/${EMBEDDED_ISSUES.main}/`;
const EVENT = `${ISSUE}events/`;
const SAMPLE = `${EVENT}${latestEvent.eventID}/`;

test.each([
  ['events', 'events(first: 3) { nodes { title } }', [EVENT]],
  [
    "what an issue's own page tells",
    'title tags { key } firstRelease { version } activity { type } seenBy { name }',
    [ISSUE],
  ],
  [
    'what an event’s own page tells',
    'events(first: 1) { nodes { title release { version } userReport { name } resolvedWith sdkUpdates } }',
    [EVENT, SAMPLE],
  ],
])('%s: %s', async (_what, selection, expected) => {
  await issue(selection);
  expect(paths()).toEqual(expected);
});

test('events are light unless a selected field needs full ones', async () => {
  await issue('events(first: 2) { nodes { title tags { key } } }');
  expect(gateway.upstream.requests[0]?.query.has('full')).toBe(false);
  gateway.upstream.forgetRequests();
  await issue('events(first: 2) { edges { node { knownContexts { os { name } } } } }');
  expect(gateway.upstream.requests[0]?.query.get('full')).toBe('1');
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('the neighbour of an event takes a request for the event and one for the neighbour', async () => {
  const { issue: found } = await issue(
    'events(first: 1) { nodes { previousEvent { eventId title } nextEvent { eventId } } }',
  );
  const [event] = found.events.nodes;
  expect(event.nextEvent).toBeNull();
  expect(paths()).toEqual([EVENT, SAMPLE, EVENT]);
  const { issue: two } = await issue('events(first: 2) { nodes { eventId title } }');
  expect(event.previousEvent).toEqual(two.events.nodes[1]);
});

test("fields of an issue's detail cost one request for each issue of a list", async () => {
  await organization('issues(first: 3) { nodes { title tags { key } lastRelease { version } } }');
  expect(paths()).toHaveLength(1 + 3);
});

test('the events of an issue can be resumed at every edge in both directions with one request', async () => {
  const { issue: whole } = await issue(
    'events(first: 40) { edges { cursor node { eventId } } pageInfo { hasNextPage } }',
  );
  const edges: { cursor: string; node: { eventId: string } }[] = whole.events.edges;
  const ids = edges.map(({ node }) => node.eventId);
  expect(new Set(ids).size).toBe(40);
  for (const row of [0, 7, 30]) {
    gateway.upstream.forgetRequests();
    const { issue: page } = await issue(
      `after: events(first: 5, after: "${edges[row]?.cursor}") { nodes { eventId } }
       before: events(last: 5, before: "${edges[row]?.cursor}") { nodes { eventId } pageInfo { hasPreviousPage } }`,
    );
    const idsOf = ({ nodes }: { nodes: { eventId: string }[] }) =>
      nodes.map((node) => node.eventId);
    expect(idsOf(page.after)).toEqual(ids.slice(row + 1, row + 6));
    expect(idsOf(page.before)).toEqual(ids.slice(Math.max(0, row - 5), row));
    expect(page.before.pageInfo.hasPreviousPage).toBe(row > 5);
    expect(gateway.upstream.requests).toHaveLength(row === 0 ? 1 : 2);
  }
});

test('`last` of an issue’s events finds the end of the list, and fetches full events in one batch', async () => {
  const { issue: end } = await issue('events(last: 3) { nodes { size } }');
  expect(end.events.nodes).toEqual(Array(3).fill({ size: expect.any(Number) }));
  expect(gateway.upstream.requests.map(({ query }) => query.get('full'))).toEqual([
    ...Array(10).fill(null),
    '1',
  ]);
});

test('events can be searched, and filtered by environment and time', async () => {
  const environments = async (args: string) => {
    const { issue: found } = await issue(
      `events(first: 100, ${args}) { nodes { tags { key value } } }`,
      EMBEDDED_ISSUES.twenty,
    );
    const values = found.events.nodes.map(
      ({ tags }: { tags: { key: string; value: string }[] }) =>
        tags.find(({ key }) => key === 'environment')?.value,
    );
    return [values.length, ...new Set(values)];
  };
  expect(await environments('environment: ["staging"]')).toEqual([9, 'staging']);
  expect(await environments('query: "environment:prod"')).toEqual([21, 'prod']);
  expect(await environments('statsPeriod: "1d"')).toEqual([20, 'staging', 'prod']);
});
