import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => gateway.upstream.forgetRequests());
afterAll(() => gateway[Symbol.asyncDispose]());

const organization = (selection: string) =>
  `{ organization(slug: "hellboy-meowmeow") { ${selection} } }`;

async function ask(selection: string) {
  const { data, errors } = await gateway.execute(organization(selection));
  expect(errors).toBeUndefined();
  return data.organization;
}

test('the issue list is a connection with the fields of its rows and Sentry’s count', async () => {
  const { issues } = await ask(
    'issues(first: 3) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor matchingEventId node { issueId title } } nodes { issueId } }',
  );
  expect(issues.totalCount).toBe(35);
  expect(issues.edges).toHaveLength(3);
  expect(issues.edges[0]).toMatchObject({
    matchingEventId: null,
    node: { issueId: EMBEDDED_ISSUES.main, title: 'This is an example Python exception' },
  });
  expect(issues.nodes.map(({ issueId }: { issueId: string }) => issueId)).toEqual(
    issues.edges.map(({ node }: { node: { issueId: string } }) => node.issueId),
  );
  expect(issues.pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: issues.edges[0].cursor,
    endCursor: issues.edges[2].cursor,
  });
  expect(gateway.upstream.requests.map(({ url }) => url)).toEqual([
    '/api/0/organizations/hellboy-meowmeow/issues/?query=is%3Aunresolved&sort=date&project=-1&limit=3',
  ]);
});

async function resumesAtEveryEdge(sort: string): Promise<void> {
  const args = `query: "", sort: "${sort}"`;
  const ids = (page: { nodes: { issueId: string }[] }) => page.nodes.map((node) => node.issueId);
  const { issues: whole } = await ask(
    `issues(first: 100, ${args}) { edges { cursor } nodes { issueId } }`,
  );
  const all = ids(whole);
  expect(all).toHaveLength(35);
  const walked: string[] = [];
  let after = 'null';
  for (const first of [1, 7, 3, 10, 4, 9, 5]) {
    const { issues } = await ask(
      `issues(first: ${first}, after: ${after}, ${args}) { edges { cursor } nodes { issueId } pageInfo { endCursor } }`,
    );
    walked.push(...ids(issues));
    after = JSON.stringify(issues.pageInfo.endCursor);
  }
  expect(walked).toEqual(all);
  expect(gateway.upstream.requests).toHaveLength(1 + 7);

  for (const row of [0, 5, 20, 34]) {
    const { issues: behind } = await ask(
      `issues(first: 6, after: "${whole.edges[row].cursor}", ${args}) { nodes { issueId } }`,
    );
    expect(ids(behind)).toEqual(all.slice(row + 1, row + 7));
    const { issues: before } = await ask(
      `issues(last: 6, before: "${whole.edges[row].cursor}", ${args}) { nodes { issueId } }`,
    );
    expect(ids(before)).toEqual(all.slice(Math.max(0, row - 6), row));
  }
  const { issues: tail } = await ask(`issues(last: 4, ${args}) { nodes { issueId } }`);
  expect(ids(tail)).toEqual(all.slice(-4));
}

// Sorted by `user`, one issue has the score 0, which Sentry treats as the end of the list.
test.each(['date', 'new', 'freq', 'user'])(
  'sorted by %s, the issue list can be resumed at every edge in both directions, with any page size',
  resumesAtEveryEdge,
);

test('search, projects, environments and time window filter the list', async () => {
  const count = async (args: string) =>
    (await ask(`issues(first: 100, ${args}) { totalCount }`)).issues.totalCount;
  const { projects } = await ask('projects { nodes { slug projectId } }');
  const billing = projects.nodes.find(({ slug }: { slug: string }) => slug === 'billing').projectId;
  expect(await count('query: "PaymentError is:unresolved"')).toBe(20);
  expect(await count('query: "is:resolved"')).toBe(0);
  expect(await count('query: "!platform:javascript"')).toBe(5);
  expect(await count(`project: ["${billing}"]`)).toBe(1);
  expect(await count('environment: ["staging"]')).toBe(34);
  expect(await count('statsPeriod: "1m"')).toBe(1);
  expect(await count('start: "2020-06-17T22:00:00Z", end: "2020-06-18T02:00:00+02:00"')).toBe(1);
});

test('a search for an event’s ID returns its issue with the matching event', async () => {
  const { event } = await ask(`event(id: "9999aaaaca8b46d797c23c6077c6ff01") {
    eventId title issue { issueId } project { projectId slug }
  }`);
  expect(event).toMatchObject({
    title: 'This is an example Python exception',
    issue: { issueId: EMBEDDED_ISSUES.main },
  });
  const { issues } = await ask(
    'issues(query: "9999aaaaca8b46d797c23c6077c6ff01") { totalCount edges { matchingEventId node { issueId } } }',
  );
  expect(issues).toEqual({
    totalCount: 1,
    edges: [
      {
        matchingEventId: '9999aaaaca8b46d797c23c6077c6ff01',
        node: { issueId: EMBEDDED_ISSUES.main },
      },
    ],
  });
});

test('an organization is also found by its numeric ID, and returns its slug', async () => {
  const { data } = await gateway.execute(
    '{ organization(slug: "323938") { id slug organizationId name dateCreated issues(first: 1) { nodes { issueId } } } }',
  );
  expect(data.organization).toEqual({
    id: (await ask('id')).id,
    slug: 'hellboy-meowmeow',
    organizationId: '323938',
    name: 'Hellboy Meowmeow',
    dateCreated: '2018-11-06T21:19:55.101000Z',
    issues: { nodes: [{ issueId: EMBEDDED_ISSUES.main }] },
  });
});

test.each([
  ['a period beside a moment', 'statsPeriod: "14d", start: "2020-06-17T00:00:00Z"'],
  ['one end of a window', 'end: "2020-06-17T00:00:00Z"'],
  ['a moment without a zone', 'start: "2020-06-17T00:00:00", end: "2020-06-18T00:00:00Z"'],
  ['a project that is not a number', 'project: ["checkout"]'],
  ['a sort that Sentry does not know', 'sort: "wibble"'],
])('%s is refused with a sentence', async (_what, args) => {
  const { errors } = await gateway.execute(organization(`issues(${args}) { totalCount }`));
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.extensions.code).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
  expect(errors?.[0]?.message).toMatch(/\w+ .*/);
});

test('a cursor of another list is refused', async () => {
  const { projects } = await ask('projects { edges { cursor } }');
  const { errors } = await gateway.execute(
    organization(`issues(after: "${projects.edges[0].cursor}") { totalCount }`),
  );
  expect(errors?.[0]?.extensions.code).toBe('INVALID_CURSOR');
});

test('issues by hash are searched in every project of the organization, or in those that are named', async () => {
  await using gateway = await startGateway();
  const search = async (args: string) => {
    gateway.upstream.forgetRequests();
    const { data, errors } = await gateway.execute(
      `{ organization(slug: "hellboy-meowmeow") { issuesByHash(${args}) { hash issue { issueId } } } }`,
    );
    return { matches: data?.organization?.issuesByHash, errors };
  };
  const known = '9999aaaaca8b46d797c23c6077c6ff01';
  const match = { hash: known, issue: { issueId: '1341191803' } };
  const unknown = 'f'.repeat(32);
  const all = await search(`hashes: ["${known}", "${unknown}"]`);
  expect(all).toEqual({ matches: [match], errors: undefined });
  expect(gateway.upstream.requests[0]?.url).toContain('/projects/?');

  expect((await search(`hashes: ["${known}"], projects: []`)).matches).toEqual([match]);

  const named = await search(`hashes: ["${known}"], projects: ["checkout", "billing"]`);
  expect(named.matches).toEqual([match]);
  expect(gateway.upstream.requests).toHaveLength(2);
  expect((await search(`hashes: ["${known}"], projects: ["billing"]`)).matches).toEqual([]);

  const many = await search(
    `hashes: ["${known}"], projects: ${JSON.stringify(Array(41).fill('a'))}`,
  );
  expect(many.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(gateway.upstream.requests).toEqual([]);
});
