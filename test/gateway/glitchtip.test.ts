import { describe, expect, test } from 'vitest';
import { createDataset } from '../../embedded-sentry/dataset.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { startGateway, type TestGateway, type TestGatewayOptions } from '../harness/gateway.ts';

/* With a GlitchTip that answers like a recorded one (test/contract). */

const ORGANIZATION = 'hellboy-meowmeow';
const { main, twenty, five, one, python } = EMBEDDED_ISSUES;

const startOver = (options: TestGatewayOptions = {}) =>
  startGateway({ dialect: 'glitchtip', ...options });
const issueQuery = (selection: string, id: string = main) =>
  `{ issue(organization: "${ORGANIZATION}", id: "${id}") { ${selection} } }`;
const organizationQuery = (selection: string, slug = ORGANIZATION) =>
  `{ organization(slug: "${slug}") { ${selection} } }`;
const idOf = (issue: string) => encodeGlobalId('Issue', ORGANIZATION, issue);
const changes = ({ upstream }: TestGateway) =>
  upstream.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method);

async function ask(gateway: TestGateway, query: string, variables?: Record<string, unknown>) {
  gateway.upstream.forgetRequests();
  const { data, errors } = await gateway.execute(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

async function codesOf(
  gateway: TestGateway,
  query: string,
  { variables, token }: { variables?: Record<string, unknown>; token?: string } = {},
) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const { errors = [] } = await gateway.execute(query, variables, headers);
  return errors.map(({ extensions }) => extensions.code);
}

const MERGE =
  'mutation ($input: MergeIssuesInput!) { mergeIssues(input: $input) { parent { issueId } } }';
const UPDATE =
  'mutation ($input: UpdateIssueInput!) { updateIssue(input: $input) { issue { status } } }';

test.each([
  ['', (issues: readonly string[]) => issues[0] === main],
  ['sort: "new"', (issues: readonly string[]) => issues[0] !== main],
  ['sort: "freq"', (issues: readonly string[]) => issues[0] === EMBEDDED_ISSUES.thousand],
])('issues(%s) are in Sentry’s order', async (args, isInOrder) => {
  await using gateway = await startOver({ dataset: createDataset() });
  const { organization } = await ask(
    gateway,
    organizationQuery(`issues${args && `(${args})`} { nodes { issueId } }`),
  );
  const issues = organization.issues.nodes.map(({ issueId }: { issueId: string }) => issueId);
  expect(isInOrder(issues)).toBe(true);
});

test('a merge with an issue that was already merged is refused, and nothing is sent', async () => {
  await using gateway = await startOver();
  await ask(gateway, MERGE, { input: { issues: [idOf(twenty), idOf(five)] } });
  gateway.upstream.forgetRequests();
  const variables = { input: { issues: [idOf(one), idOf(twenty)] } };
  expect(await codesOf(gateway, MERGE, { variables })).toEqual(['NOT_FOUND']);
  expect(changes(gateway)).toEqual([]);
  expect((await ask(gateway, issueQuery('issueId', one))).issue).toEqual({ issueId: one });
});

test('an update of an issue that was merged is NOT_FOUND, and nothing is sent', async () => {
  await using gateway = await startOver();
  await ask(gateway, MERGE, { input: { issues: [idOf(twenty), idOf(five)] } });
  gateway.upstream.forgetRequests();
  const variables = { input: { issue: idOf(twenty), status: 'resolved' } };
  expect(await codesOf(gateway, UPDATE, { variables })).toEqual(['NOT_FOUND']);
  expect(changes(gateway)).toEqual([]);
});

test('a merge of issues of two projects is refused, and nothing is sent', async () => {
  await using gateway = await startOver();
  const variables = { input: { issues: [idOf(one), idOf(python)] } };
  expect(await codesOf(gateway, MERGE, { variables })).toEqual(['BAD_USER_INPUT']);
  expect(changes(gateway)).toEqual([]);
});

test('a project is found through an issue and an event, by number and by its ID', async () => {
  await using gateway = await startOver();
  const data = await ask(
    gateway,
    issueQuery('latestEvent { project { slug } } project { id projectId slug platform }'),
  );
  const { project, latestEvent } = data.issue;
  expect(latestEvent.project).toEqual({ slug: 'checkout' });
  const byId = await ask(
    gateway,
    'query ($id: ID!) { node(id: $id) { ... on Project { slug } } }',
    { id: project.id },
  );
  expect(byId.node).toEqual({ slug: 'checkout' });
  const { organization } = await ask(
    gateway,
    organizationQuery(`project(slug: "${project.projectId}") { slug }`),
  );
  expect(organization.project).toEqual({ slug: 'checkout' });
});

test.each([
  ['an unknown token', 'sntryu_nobody', ORGANIZATION, 'UNAUTHENTICATED'],
  ['a token without the scope', TOKENS.withoutEvents.text, ORGANIZATION, 'FORBIDDEN'],
  ['a member of another organization', TOKENS.outsider.text, ORGANIZATION, 'NOT_FOUND'],
  ['an organization that does not exist', TOKENS.everyScope.text, 'nowhere', 'NOT_FOUND'],
])('%s is refused in the first operation, too', async (_what, token, slug, code) => {
  await using gateway = await startOver({ signIn: 'passThrough' });
  const query = `{ issue(organization: "${slug}", id: "${main}") { title } }`;
  expect(await codesOf(gateway, query, { token })).toEqual([code]);
});

test('an unknown token of a change is UNAUTHENTICATED', async () => {
  await using gateway = await startOver({ signIn: 'passThrough' });
  const variables = { input: { issue: idOf(one), status: 'resolved' } };
  expect(await codesOf(gateway, UPDATE, { variables, token: 'sntryu_nobody' })).toEqual([
    'UNAUTHENTICATED',
  ]);
});

test('an issue has its type, tags, counts and reports, and null for what is always 0', async () => {
  await using gateway = await startOver();
  const { issue } = await ask(
    gateway,
    issueQuery('type userCount userReportCount tags { key totalValues } stats', python),
  );
  expect(issue).toMatchObject({
    type: 'error',
    userCount: null,
    userReportCount: 1,
    tags: expect.arrayContaining([{ key: 'environment', totalValues: expect.any(Number) }]),
  });
  expect(issue.stats['24h'].length).toBeGreaterThan(0);
});

test.each([
  ['names the project', null],
  ['is no address', '[{"id":"1341192010","permalink":"Not implemented"}]'],
])('the permalink of an issue is its page, also if that of the server %s', async (_what, body) => {
  await using gateway = await startOver({
    intercept: ({ path }) =>
      body !== null && path.endsWith('/issues/')
        ? { status: 200, headers: { 'x-hits': '1' }, body }
        : undefined,
  });
  const { issue } = await ask(gateway, issueQuery('permalink', python));
  expect(issue.permalink).toBe(`${gateway.upstream.url}/${ORGANIZATION}/issues/${python}`);
  const query = 'query ($url: String!) { resource(url: $url) { ... on Issue { issueId } } }';
  const { resource } = await ask(gateway, query, { url: issue.permalink });
  expect(resource).toEqual({ issueId: python });
});

test('projects of an organization that does not exist are NOT_FOUND', async () => {
  await using gateway = await startOver();
  const query = organizationQuery('projects { nodes { slug } }', 'nowhere');
  expect(await codesOf(gateway, query)).toContain('NOT_FOUND');
});

test('a search that makes the server fail does not open the circuit breaker', async () => {
  await using gateway = await startOver({ env: { SENTRY_BREAKER_MIN_REQUESTS: '5' } });
  const search = organizationQuery('issues(query: "it\'s") { nodes { issueId } }');
  for (let times = 0; times < 20; times += 1) {
    expect(await codesOf(gateway, search)).toEqual(['BAD_USER_INPUT']);
  }
  expect((await ask(gateway, issueQuery('title'))).issue.title).toBeTypeOf('string');
});

test('a list whose cursors do not advance ends with an error at the connection', async () => {
  const dataset = createDataset({ singles: 300 });
  await using gateway = await startOver({ dataset });
  let after: string | null = null;
  for (let page = 0; page < 10; page += 1) {
    const { data, errors } = await gateway.execute(
      `query ($after: String) { organization(slug: "${ORGANIZATION}") { issues(first: 50, sort: "freq", query: "RuntimeError", after: $after) { nodes { issueId } pageInfo { endCursor hasNextPage } } } }`,
      { after },
    );
    if (errors) {
      expect(errors[0]?.path).toEqual(['organization', 'issues']);
      expect(errors[0]?.message).not.toContain('Input should be');
      return;
    }
    after = data.organization.issues.pageInfo.endCursor;
  }
  throw new Error('Ten pages of 50 rows were read of a list of 300.');
});

test('a hash page continues after a hash that is gone, with one request', async () => {
  await using gateway = await startOver();
  const page = (args: string) =>
    issueQuery(`hashes(${args}) { edges { cursor node { hash } } }`, twenty);
  const { issue } = await ask(gateway, page('first: 20'));
  const edges: { cursor: string; node: { hash: string } }[] = issue.hashes.edges;
  const hashes = edges.map(({ node }) => node.hash);
  await fetch(
    `${gateway.upstream.url}/api/0/organizations/${ORGANIZATION}/issues/${twenty}/hashes/?id=${hashes[4]}`,
    { method: 'DELETE', headers: { authorization: `Bearer ${gateway.upstream.token}` } },
  );
  const behind = await ask(gateway, page(`first: 5, after: "${edges[4]?.cursor}"`));
  expect(
    behind.issue.hashes.edges.map(({ node }: { node: { hash: string } }) => node.hash),
  ).toEqual(hashes.slice(5, 10));
  expect(gateway.upstream.requests).toHaveLength(1);
  const before = await ask(gateway, page(`last: 3, before: "${edges[4]?.cursor}"`));
  expect(
    before.issue.hashes.edges.map(({ node }: { node: { hash: string } }) => node.hash),
  ).toEqual(hashes.slice(1, 4));
  expect(gateway.upstream.requests).toHaveLength(1);
});

test.each([
  ['shop@2.4.1+b38c', 'shop%402.4.1%2Bb38c'],
  ['..%2f', '..%252f'],
  ['a b?c#d', 'a%20b%3Fc%23d'],
  ['..', null],
  ['a/b', null],
  ['', null],
])('a release %j is one segment of a path, or refused without a request', async (version, path) => {
  await using gateway = await startOver({
    intercept: ({ path: asked }) =>
      asked.includes('/events/latest/')
        ? {
            status: 200,
            body: JSON.stringify({
              eventID: 'a'.repeat(32),
              groupID: main,
              tags: [{ key: 'release', value: version }],
            }),
          }
        : undefined,
  });
  await ask(gateway, issueQuery('hashes(first: 1) { nodes { hash } }'));
  gateway.upstream.forgetRequests();
  const { data } = await gateway.execute(issueQuery('latestEvent { release { version } }'));
  expect(data.issue.latestEvent.release).toBeNull();
  const releases = gateway.upstream.requests.filter(({ url }) => url.includes('/releases/'));
  expect(releases.map(({ url }) => url.split('/releases/')[1])).toEqual(
    path === null ? [] : [`${path}/`],
  );
});

test('the end of a list of any length is one request, and so is any hash by its ID', async () => {
  await using gateway = await startOver();
  const end = issueQuery('hashes(last: 3) { nodes { id hash } }', EMBEDDED_ISSUES.thousand);
  const { issue: first } = await ask(gateway, end);
  const { issue } = await ask(gateway, end);
  expect(issue).toEqual(first);
  expect(gateway.upstream.requests).toHaveLength(1);
  const [{ id, hash }] = issue.hashes.nodes;
  const { node } = await ask(
    gateway,
    'query ($id: ID!) { node(id: $id) { ... on IssueHash { hash } } }',
    { id },
  );
  expect(node).toEqual({ hash });
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('a count of a thousand is null, and takes no further requests', async () => {
  await using gateway = await startOver({ dataset: createDataset({ singles: 1_100 }) });
  await ask(gateway, issueQuery('hashes(first: 1) { nodes { hash } }'));
  const { issue } = await ask(
    gateway,
    issueQuery('hashes(first: 1) { totalCount nodes { hash } }', EMBEDDED_ISSUES.thousand),
  );
  expect(issue.hashes.totalCount).toBeNull();
  expect(gateway.upstream.requests.length).toBeLessThanOrEqual(2);
  const { organization } = await ask(
    gateway,
    organizationQuery('issues(first: 1, query: "") { totalCount nodes { issueId } }'),
  );
  expect(organization.issues.totalCount).toBeNull();
});

test('fields that an issue list contains take no request for each issue', async () => {
  await using gateway = await startOver();
  await ask(gateway, issueQuery('hashes(first: 1) { nodes { hash } }'));
  await ask(gateway, organizationQuery('issues(first: 10) { nodes { latestEvent { title } } }'));
  expect(gateway.upstream.requests).toHaveLength(11);
  await ask(
    gateway,
    organizationQuery('issues(first: 10) { nodes { latestEvent { userReport { name } } } }'),
  );
  expect(gateway.upstream.requests).toHaveLength(11);
  await ask(gateway, organizationQuery('issues(first: 20) { nodes { seenBy { name } stats } }'));
  expect(gateway.upstream.requests.length).toBeLessThanOrEqual(2);
});

test('the first unmerge on a known server is a DELETE', async () => {
  await using gateway = await startOver();
  const { issue } = await ask(gateway, issueQuery('hashes(first: 1) { nodes { hash } }', twenty));
  await ask(
    gateway,
    'mutation ($input: UnmergeIssueHashesInput!) { unmergeIssueHashes(input: $input) { accepted } }',
    { input: { issue: idOf(twenty), hashes: [issue.hashes.nodes[0].hash] } },
  );
  expect(changes(gateway)).toEqual(['DELETE']);
});

test('events that came with a hash page take no request', async () => {
  await using gateway = await startOver({ env: { CACHE: 'on' } });
  const { issue } = await ask(
    gateway,
    issueQuery('hashes(first: 10) { nodes { latestEvent { id } } }'),
  );
  const ids = issue.hashes.nodes.map(
    ({ latestEvent }: { latestEvent: { id: string } }) => latestEvent.id,
  );
  await ask(
    gateway,
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Event { title entries { type } } } }',
    { ids },
  );
  expect(gateway.upstream.requests).toEqual([]);
});

test.each([
  ['is:unresolved', 'UPSTREAM_UNAVAILABLE'],
  ['', 'UPSTREAM_UNAVAILABLE'],
  ['level:error cart', 'UPSTREAM_UNAVAILABLE'],
  ['"open', 'BAD_USER_INPUT'],
  ["don't", 'BAD_USER_INPUT'],
  ['cart\\', 'BAD_USER_INPUT'],
])('an internal error for the search %j is %s', async (query, code) => {
  await using gateway = await startOver({
    intercept: (request) => (request.query.has('query') ? { status: 500 } : undefined),
  });
  await ask(gateway, issueQuery('hashes { nodes { hash } }'));
  const search = `query ($query: String) ${organizationQuery('issues(query: $query) { totalCount }')}`;
  expect(await codesOf(gateway, search, { variables: { query } })).toEqual([code]);
});

describe.each([true, false])('with its web application: %s', (hasWebApplication) => {
  test.each([
    ['{ organization(slug: "ac.me") { name } }', 'organization'],
    ['{ organization(slug: "ac.me") { issues { totalCount } } }', 'organization'],
    ['{ organization(slug: "ac.me") { projects { nodes { slug } } } }', 'organization'],
    ['{ issue(organization: "ac.me", id: "1") { hashes { totalCount } } }', 'issue'],
    ['{ issue(organization: "ac.me", id: "1") { latestEvent { title } } }', 'issue'],
    [organizationQuery('project(slug: "sh.op") { name }'), 'organization.project'],
    [
      `mutation { updateIssue(input: { issue: "ac.me/1", status: "resolved" }) { clientMutationId } }`,
      'updateIssue',
    ],
  ])('a name that no object of GlitchTip has is NOT_FOUND: %s', async (query, path) => {
    await using gateway = await startOver({
      hasWebApplication,
      env: { SENTRY_BREAKER_MIN_REQUESTS: '4' },
    });
    const refusals = async () =>
      (await gateway.execute(query)).errors?.map((error) => [
        error.extensions.code,
        error.path?.join('.'),
      ]);
    expect(await refusals()).toEqual([['NOT_FOUND', path]]);
    await ask(gateway, issueQuery('title'));
    gateway.upstream.forgetRequests();
    // Nothing is sent that makes the server fail: the circuit breaker does not open for others.
    for (let times = 0; times < 5; times += 1) {
      expect(await refusals()).toEqual([['NOT_FOUND', path]]);
    }
    expect(gateway.upstream.requests).toEqual([]);
  });
});

test.each([
  ['null', 'null'],
  ['an object', '{}'],
  ['a list of numbers', '[1]'],
  ['text', 'x'],
])('no error calls the server Sentry if it answers with %s', async (_what, body) => {
  let isFailing = false;
  await using gateway = await startOver({
    intercept: () => (isFailing ? { status: 200, body } : undefined),
  });
  await ask(gateway, issueQuery('title'));
  isFailing = true;
  const messages: string[] = [];
  for (const query of [
    issueQuery('title'),
    issueQuery('title', '9223372036854775808'),
    issueQuery('title', 'a b'),
    issueQuery('hashes { nodes { hash } }'),
    issueQuery('latestEvent { title }'),
    organizationQuery('issues { nodes { title } }'),
    organizationQuery('projects { nodes { slug } }'),
    organizationQuery('project(slug: "checkout") { name }'),
    organizationQuery('name'),
  ]) {
    const { errors = [] } = await gateway.execute(query);
    messages.push(...errors.map(({ message }) => message));
  }
  expect(messages.length).toBeGreaterThan(4);
  expect(messages.filter((message) => message.includes('Sentry'))).toEqual([]);
});
