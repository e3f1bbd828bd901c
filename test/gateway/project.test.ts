import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ env: { MAX_UPSTREAM_REQUESTS: '200' } });
});
beforeEach(() => gateway.upstream.forgetRequests());
afterAll(() => gateway[Symbol.asyncDispose]());

async function ask(selection: string, variables?: Record<string, unknown>) {
  const head = selection.includes('$hashes') ? 'query ($hashes: [String!]!)' : '';
  const { data, errors } = await gateway.execute(
    `${head} { organization(slug: "hellboy-meowmeow") { ${selection} } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data.organization;
}

const FIELDS =
  'id projectId slug name platform dateCreated isMember hasAccess isBookmarked features firstEvent organization { slug }';

test('projects are a connection, and each is the same object by slug, ID and `node`', async () => {
  const { projects } = await ask(
    `projects(first: 2) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { slug } } nodes { ${FIELDS} } }`,
  );
  expect(gateway.upstream.requests).toHaveLength(1);
  expect(projects.nodes[0]).toEqual({
    id: expect.any(String),
    projectId: expect.stringMatching(/^\d+$/),
    slug: 'billing',
    name: 'billing',
    platform: 'python',
    dateCreated: '2018-11-06T21:20:08.064000Z',
    isMember: true,
    hasAccess: true,
    isBookmarked: false,
    features: ['releases'],
    firstEvent: '2018-11-07T10:00:00Z',
    organization: { slug: 'hellboy-meowmeow' },
  });
  expect(projects.edges.map(({ node }: { node: object }) => node)).toEqual([
    { slug: 'billing' },
    { slug: 'checkout' },
  ]);
  expect(projects.pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: projects.edges[0].cursor,
    endCursor: projects.edges[1].cursor,
  });
  const [project] = projects.nodes;
  expect((await ask(`project(slug: "billing") { ${FIELDS} }`)).project).toEqual(project);
  expect((await ask(`project(slug: "${project.projectId}") { ${FIELDS} }`)).project).toEqual(
    project,
  );
  const { data } = await gateway.execute(
    `query ($id: ID!) { node(id: $id) { __typename ... on Project { ${FIELDS} } } }`,
    { id: project.id },
  );
  expect(data.node).toEqual({ __typename: 'Project', ...project });
});

test('the list of projects can be resumed at every edge in both directions', async () => {
  const { projects } = await ask('projects(first: 100) { edges { cursor node { slug } } }');
  const edges: { cursor: string; node: { slug: string } }[] = projects.edges;
  const slugs = edges.map(({ node }) => node.slug);
  expect(slugs.length).toBeGreaterThan(4);
  for (const [row, { cursor }] of edges.entries()) {
    const { a, b } = await ask(
      `a: projects(first: 2, after: "${cursor}") { nodes { slug } } b: projects(last: 2, before: "${cursor}") { nodes { slug } }`,
    );
    expect(a.nodes.map(({ slug }: { slug: string }) => slug)).toEqual(
      slugs.slice(row + 1, row + 3),
    );
    expect(b.nodes.map(({ slug }: { slug: string }) => slug)).toEqual(
      slugs.slice(Math.max(0, row - 2), row),
    );
  }
});

test('a project lists its own issues', async () => {
  const { project } = await ask(
    'project(slug: "billing") { projectId issues(first: 5) { totalCount nodes { issueId project { projectId slug } } } }',
  );
  expect(project.issues).toEqual({
    totalCount: 1,
    nodes: [
      {
        issueId: EMBEDDED_ISSUES.python,
        project: { projectId: project.projectId, slug: 'billing' },
      },
    ],
  });
});

async function hashesOf(issue: string, args = 'first: 100'): Promise<readonly string[]> {
  const { issue: found } = await ask(
    `issue(id: "${issue}") { hashes(${args}) { nodes { hash } } }`,
  );
  gateway.upstream.forgetRequests();
  return found.hashes.nodes.map(({ hash }: { hash: string }) => hash);
}

const MATCHES =
  'project(slug: "checkout") { issuesByHash(hashes: $hashes) { hash issue { issueId } } }';
const paths = () =>
  gateway.upstream.requests.map(({ path }) => path.split('/').slice(-3).join('/'));

test('`issueByHash` costs one request, and is null for an unknown hash', async () => {
  const [hash] = await hashesOf(EMBEDDED_ISSUES.twenty);
  const { project } = await ask(
    `project(slug: "checkout") { issueByHash(hash: "${hash}") { issueId title } }`,
  );
  expect(project.issueByHash).toEqual({
    issueId: EMBEDDED_ISSUES.twenty,
    title: 'RangeError: Invalid array length',
  });
  expect(gateway.upstream.requests).toHaveLength(1);
  const { project: without } = await ask(
    `project(slug: "checkout") { issueByHash(hash: "${'0'.repeat(32)}") { issueId } }`,
  );
  expect(without.issueByHash).toBeNull();
});

test('`issuesByHash` costs one request, and one for each issue found', async () => {
  const twenty = await hashesOf(EMBEDDED_ISSUES.twenty);
  const one = await hashesOf(EMBEDDED_ISSUES.one);
  const hashes = [...twenty, ...one];
  const { project } = await ask(MATCHES, { hashes });
  expect(project.issuesByHash).toEqual([
    ...twenty.map((hash) => ({ hash, issue: { issueId: EMBEDDED_ISSUES.twenty } })),
    ...one.map((hash) => ({ hash, issue: { issueId: EMBEDDED_ISSUES.one } })),
  ]);
  expect(paths().sort()).toEqual(
    [
      `${EMBEDDED_ISSUES.twenty}/hashes/`,
      `${EMBEDDED_ISSUES.one}/hashes/`,
      'checkout/issues/',
    ].sort(),
  );
});

test('hashes far down a list, and unknown ones, are requested again in smaller groups', async () => {
  const far = await hashesOf(EMBEDDED_ISSUES.main, 'first: 3, after: "0:200:0"');
  const near = await hashesOf(EMBEDDED_ISSUES.one);
  const unknown = ['0', '1', '2'].map((digit) => digit.repeat(32));
  const hashes = [...unknown, ...far, ...near];
  const { project } = await ask(MATCHES, { hashes });
  expect(project.issuesByHash).toEqual([
    ...unknown.map((hash) => ({ hash, issue: null })),
    ...far.map((hash) => ({ hash, issue: { issueId: EMBEDDED_ISSUES.main } })),
    ...near.map((hash) => ({ hash, issue: { issueId: EMBEDDED_ISSUES.one } })),
  ]);
  expect(gateway.upstream.requests.length).toBeLessThanOrEqual(12);
});

test('only unknown hashes cost one request', async () => {
  const hashes = Array.from({ length: 30 }, (_, i) => i.toString(16).padStart(32, '0'));
  const { project } = await ask(MATCHES, { hashes });
  expect(project.issuesByHash).toEqual(hashes.map((hash) => ({ hash, issue: null })));
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('more hashes than the limit are refused', async () => {
  const { errors } = await gateway.execute(
    `query ($hashes: [String!]!) { organization(slug: "hellboy-meowmeow") { ${MATCHES} } }`,
    { hashes: Array.from({ length: 101 }, () => 'a') },
  );
  expect(errors?.[0]).toMatchObject({
    message: '`hashes` has 101 hashes; the limit is 100.',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('any event of a project, a transaction too, is found and is the same object by `node`', async () => {
  const { issue } = await ask(
    `issue(id: "${EMBEDDED_ISSUES.entryKinds}") { hashes { nodes { latestEvent { eventId type } } } }`,
  );
  const events: { eventId: string; type: string }[] = issue.hashes.nodes.map(
    ({ latestEvent }: { latestEvent: object }) => latestEvent,
  );
  const transaction = events.find(({ type }) => type === 'transaction');
  const { project } = await ask(
    `project(slug: "checkout") { event(id: "${transaction?.eventId}") { id eventId type project { slug } } missing: event(id: "${'0'.repeat(32)}") { id } }`,
  );
  expect(project.event).toMatchObject({ ...transaction, project: { slug: 'checkout' } });
  expect(project.missing).toBeNull();
  const { data } = await gateway.execute(
    'query ($id: ID!) { node(id: $id) { ... on Event { id eventId type } } }',
    { id: project.event.id },
  );
  expect(data.node).toEqual({ id: project.event.id, ...transaction });
});

const EVENT_ID = 'e1'.repeat(16);
const NEXT_ID = 'e2'.repeat(16);

test.each([
  ['an error', 'error', '12', { eventId: NEXT_ID }],
  ['a transaction', 'transaction', null, null],
])(
  '%s found by its project has its release and other details without another request',
  async (_name, type, groupID, nextEvent) => {
    await using gateway = await startGateway({
      intercept: ({ path }) => {
        if (path.endsWith('/issues/12/events/')) {
          return { status: 200, body: `[{"eventID":"${NEXT_ID}","groupID":"12"}]` };
        }
        const name = /\/events\/([0-9a-f]{32})\/$/.exec(path)?.[1];
        return name === undefined
          ? undefined
          : {
              status: 200,
              body: JSON.stringify({
                eventID: name,
                groupID,
                projectID: '1',
                type,
                entries: [],
                release: { version: 'shop@1.0' },
                userReport: { name: 'Liz' },
                sdkUpdates: [{ type: 'updateSdk' }],
                resolvedWith: ['app.js.map'],
                nextEventID: groupID && NEXT_ID,
                previousEventID: null,
              }),
            };
      },
    });
    const { data, errors } = await gateway.execute(`{ organization(slug: "hellboy-meowmeow") {
    project(slug: "checkout") { event(id: "${EVENT_ID}") { type release { version } userReport { name }
      sdkUpdates resolvedWith nextEvent { eventId } previousEvent { eventId } } } } }`);
    expect(errors).toBeUndefined();
    expect(data.organization.project.event).toEqual({
      type,
      release: { version: 'shop@1.0' },
      userReport: { name: 'Liz' },
      sdkUpdates: [{ type: 'updateSdk' }],
      resolvedWith: ['app.js.map'],
      nextEvent,
      previousEvent: null,
    });
    const ofEvents = gateway.upstream.requests.filter(({ path }) => path.includes('/events/'));
    expect(ofEvents.filter(({ path }) => path.endsWith(`/${EVENT_ID}/`))).toHaveLength(1);
  },
);

test('a project that does not exist is null with NOT_FOUND', async () => {
  const { data, errors } = await gateway.execute(
    '{ organization(slug: "hellboy-meowmeow") { project(slug: "nowhere") { slug } } }',
  );
  expect(data.organization.project).toBeNull();
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

test('the grouping of a project has its configuration and its rules, from one request', async () => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute(
    `{ organization(slug: "hellboy-meowmeow") { project(slug: "checkout") { name grouping {
      configuration fingerprintingRules enhancements secondaryConfiguration secondaryExpiresAt
    } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.organization.project.grouping).toEqual({
    configuration: 'newstyle:2026-01-20',
    fingerprintingRules: 'message:"*(3)*" -> "step 3"',
    enhancements: 'stack.module:node_modules/* -app',
    secondaryConfiguration: 'newstyle:2023-01-11',
    secondaryExpiresAt: '2026-05-01T00:00:00.000Z',
  });
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('a project of GlitchTip has no grouping', async () => {
  await using gateway = await startGateway({ dialect: 'glitchtip' });
  const { data, errors } = await gateway.execute(
    '{ organization(slug: "hellboy-meowmeow") { project(slug: "checkout") { grouping { configuration } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.organization.project).toEqual({ grouping: null });
});
