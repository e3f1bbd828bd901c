import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { startGateway } from '../harness/gateway.ts';

const EVERYTHING = `{
  organization(slug: "hellboy-meowmeow") {
    id slug organizationId name
    issue(id: "checkout-4f") {
      id issueId shortId title organization { id slug }
      hashes { nodes {
        id hash mergedBySeer seerMatchDistance issue { id issueId }
        latestEvent { id eventId title }
      } }
    }
  }
}`;

test('`node` returns the same object as the list', async () => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute(EVERYTHING);
  expect(errors).toBeUndefined();
  const { issue, ...organization } = data.organization;
  expect(organization).toMatchObject({ organizationId: '323938', name: 'Hellboy Meowmeow' });
  expect(issue).toMatchObject({
    issueId: EMBEDDED_ISSUES.one,
    shortId: 'CHECKOUT-4F',
    title: 'TypeError: cart is undefined',
    organization: { id: organization.id, slug: 'hellboy-meowmeow' },
  });
  const [hash] = issue.hashes.nodes;
  expect(hash.issue).toEqual({ id: issue.id, issueId: issue.issueId });

  const again = await gateway.execute(
    `query ($ids: [ID!]!) { nodes(ids: $ids) {
      __typename id
      ... on Organization { slug name }
      ... on Issue { issueId shortId title }
      ... on IssueHash { hash latestEvent { id eventId title } }
      ... on Event { eventId title }
    } }`,
    { ids: [organization.id, issue.id, hash.id, hash.latestEvent.id] },
  );
  expect(again.errors).toBeUndefined();
  expect(again.data.nodes).toEqual([
    {
      __typename: 'Organization',
      id: organization.id,
      slug: organization.slug,
      name: organization.name,
    },
    {
      __typename: 'Issue',
      id: issue.id,
      issueId: issue.issueId,
      shortId: issue.shortId,
      title: issue.title,
    },
    { __typename: 'IssueHash', id: hash.id, hash: hash.hash, latestEvent: hash.latestEvent },
    { __typename: 'Event', ...hash.latestEvent },
  ]);
});

test('a hash far down the list is found by `node`, with its full event', async () => {
  await using gateway = await startGateway();
  const page = await gateway.execute(
    `{ issue(organization: "hellboy-meowmeow", id: "${EMBEDDED_ISSUES.main}") { hashes(first: 1, after: "0:180:0") { nodes { id hash } } } }`,
  );
  const [hash] = page.data.issue.hashes.nodes;
  gateway.upstream.forgetRequests();
  const { data } = await gateway.execute(
    'query ($id: ID!) { node(id: $id) { ... on IssueHash { hash latestEvent { size } } } }',
    { id: hash.id },
  );
  expect(data.node).toEqual({ hash: hash.hash, latestEvent: { size: expect.any(Number) } });
  expect(gateway.upstream.requests.map(({ path }) => path.split('/').at(-2))).toEqual([
    'hashes',
    'hashes',
    'events',
  ]);
});

test('an unknown event or hash is null, an unknown issue is null with NOT_FOUND, and the others are complete', async () => {
  await using gateway = await startGateway();
  const gone = '0'.repeat(32);
  const { data, errors } = await gateway.execute(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Issue { title } } }',
    {
      ids: [
        encodeGlobalId('Event', 'hellboy-meowmeow', EMBEDDED_ISSUES.main, gone),
        encodeGlobalId('IssueHash', 'hellboy-meowmeow', EMBEDDED_ISSUES.one, gone),
        encodeGlobalId('Issue', 'hellboy-meowmeow', '404404404'),
        encodeGlobalId('Issue', 'hellboy-meowmeow', EMBEDDED_ISSUES.one),
        encodeGlobalId('Issue', 'hellboy-meowmeow', EMBEDDED_ISSUES.foreign),
        encodeGlobalId('Wibble', 'x'),
      ],
    },
  );
  expect(data.nodes).toEqual([
    null,
    null,
    null,
    { id: expect.any(String), title: 'TypeError: cart is undefined' },
    null,
    null,
  ]);
  expect(errors?.map(({ path, extensions: { code } }) => [path?.[1], code]).sort()).toEqual([
    [2, 'NOT_FOUND'],
    [4, 'NOT_FOUND'],
    [5, 'BAD_USER_INPUT'],
  ]);
});

test('an event that the list leaves out is requested alone', async () => {
  await using gateway = await startGateway({
    intercept: ({ path }) => (path.endsWith('/events/') ? { status: 200, body: '[]' } : undefined),
  });
  const { data } = await gateway.execute(
    'query ($id: ID!) { node(id: $id) { ... on Event { title } } }',
    {
      id: encodeGlobalId(
        'Event',
        'hellboy-meowmeow',
        EMBEDDED_ISSUES.main,
        '9999aaaaca8b46d797c23c6077c6ff01',
      ),
    },
  );
  expect(data.node.title).toBe('This is an example Python exception');
  expect(gateway.upstream.requests).toHaveLength(2);
});

test('of events of two issues, only those of the failing issue fail', async () => {
  await using gateway = await startGateway({
    intercept: ({ path }) =>
      path.includes(`/${EMBEDDED_ISSUES.twenty}/`)
        ? { status: 503, body: '{"detail":"Down for a moment"}' }
        : undefined,
  });
  const { data, errors } = await gateway.execute(
    'query ($a: ID!, $b: ID!) { a: node(id: $a) { id } b: node(id: $b) { id } }',
    {
      a: encodeGlobalId(
        'Event',
        'hellboy-meowmeow',
        EMBEDDED_ISSUES.main,
        '9999aaaaca8b46d797c23c6077c6ff01',
      ),
      b: encodeGlobalId('Event', 'hellboy-meowmeow', EMBEDDED_ISSUES.twenty, '0'.repeat(32)),
    },
  );
  expect(data.a.id).toBeTypeOf('string');
  expect(data.b).toBeNull();
  expect(errors).toMatchObject([
    { path: ['b'], message: 'Down for a moment', extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
  ]);
});

test('the ID of a merged issue returns the surviving issue', async () => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute(
    `{ issue(organization: "hellboy-meowmeow", id: "${EMBEDDED_ISSUES.mergedAway}") { issueId title hashes { totalCount } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.issue).toEqual({
    issueId: EMBEDDED_ISSUES.twenty,
    title: 'RangeError: Invalid array length',
    hashes: { totalCount: 20 },
  });
});

test('full events that were not requested are used, and missing ones are fetched in one batch', async () => {
  const query = `{ issue(organization: "hellboy-meowmeow", id: "${EMBEDDED_ISSUES.main}") { hashes(first: 5) { nodes { latestEvent { size } } } } }`;
  await using upToDate = await startGateway();
  const expected = (await upToDate.execute(query)).data;
  const { body } = await fetchPage(upToDate.upstream, 'full=0&per_page=5');
  await using alwaysLight = await startGateway({
    intercept: ({ path }) => (path.endsWith('/hashes/') ? { status: 200, body } : undefined),
  });
  expect((await alwaysLight.execute(query)).data).toEqual(expected);
  expect(alwaysLight.upstream.requests).toHaveLength(2);

  const full = await fetchPage(upToDate.upstream, 'full=1&per_page=5');
  await using alwaysFull = await startGateway({
    intercept: ({ path }) =>
      path.endsWith('/hashes/') ? { status: 200, body: full.body } : undefined,
  });
  const { data } = await alwaysFull.execute(query.replace('size', 'title type'));
  expect(data.issue.hashes.nodes[0].latestEvent.type).toBe('error');
  expect(alwaysFull.upstream.requests).toHaveLength(1);
});

async function fetchPage(upstream: { url: string; token: string }, query: string) {
  const response = await fetch(
    `${upstream.url}/api/0/organizations/hellboy-meowmeow/issues/${EMBEDDED_ISSUES.main}/hashes/?${query}`,
    { headers: { authorization: `Bearer ${upstream.token}` } },
  );
  return { body: await response.text() };
}

test('a hash that a page repeats is returned once', async () => {
  const row = (id: string) => ({ id, latestEvent: null });
  await using gateway = await startGateway({
    intercept: () => ({ status: 200, body: JSON.stringify([row('a'), row('b'), row('a')]) }),
  });
  const { data } = await gateway.execute(
    '{ issue(organization: "hellboy-meowmeow", id: "1") { hashes { nodes { hash mergedBySeer latestEvent { title } } } } }',
  );
  expect(data.issue.hashes.nodes).toEqual([
    { hash: 'a', mergedBySeer: null, latestEvent: null },
    { hash: 'b', mergedBySeer: null, latestEvent: null },
  ]);
});

test('more than 81,920 hashes are not counted, and `last` without `before` is refused', async () => {
  await using gateway = await startGateway({
    intercept({ query }) {
      const limit = Number(query.get('per_page'));
      const offset = Number(query.get('cursor')?.split(':')[1] ?? 0);
      const rows = Array.from({ length: limit }, (_, i) => ({
        id: `hash${offset + i}`,
        latestEvent: null,
      }));
      return {
        status: 200,
        headers: { link: `<x>; rel="next"; results="true"; cursor="0:${offset + limit}:0"` },
        body: JSON.stringify(rows),
      };
    },
  });
  const counted = await gateway.execute(
    '{ issue(organization: "o", id: "1") { hashes(first: 1) { totalCount } } }',
  );
  expect(counted.data.issue.hashes.totalCount).toBeNull();
  expect(counted.errors).toBeUndefined();
  // The page, and the rows 80 to 81,920.
  expect(gateway.upstream.requests).toHaveLength(1 + 6);

  gateway.upstream.forgetRequests();
  const { errors } = await gateway.execute(
    '{ issue(organization: "o", id: "1") { hashes(last: 1) { nodes { hash } } } }',
  );
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(errors?.[0]?.message).toContain('at most 81920 rows');
  expect(gateway.upstream.requests).toHaveLength(1 + 6);
});

test.each([
  ['empty', 0],
  ['one', 1],
  ['twenty', 20],
  ['ninetyNine', 99],
  ['hundred', 100],
  ['hundredAndOne', 101],
  ['thousand', 1000],
] as const)('the issue `%s` counts %i hashes, from either end', async (name, count) => {
  await using gateway = await startGateway();
  const { data } = await gateway.execute(
    `{ issue(organization: "hellboy-meowmeow", id: "${EMBEDDED_ISSUES[name]}") { a: hashes(first: 100) { totalCount } b: hashes(last: 100) { nodes { hash } } } }`,
  );
  expect(data.issue.a.totalCount).toBe(count);
  expect(data.issue.b.nodes).toHaveLength(Math.min(count, 100));
});
