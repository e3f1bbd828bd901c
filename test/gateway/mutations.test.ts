import { describe, expect, test } from 'vitest';
import { DIALECT_NAMES } from '../../embedded-sentry/dialect.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import type { RecordedRequest, ReplacementAnswer } from '../../embedded-sentry/server.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

const idOf = (issue: string) => encodeGlobalId('Issue', 'hellboy-meowmeow', issue);

const UNMERGE = `mutation ($input: UnmergeIssueHashesInput!) {
  unmergeIssueHashes(input: $input) { accepted isAsynchronous clientMutationId issue { id issueId } }
}`;
const MERGE = `mutation ($input: MergeIssuesInput!) {
  mergeIssues(input: $input) { clientMutationId parent { issueId hashes { totalCount } } children { issueId } }
}`;
const UPDATE = `mutation ($input: UpdateIssueInput!) {
  updateIssue(input: $input) { clientMutationId issue { issueId status } }
}`;

async function hashesOf(gateway: TestGateway, issue: string): Promise<readonly string[]> {
  const { data } = await gateway.execute(
    `{ issue(organization: "hellboy-meowmeow", id: "${issue}") { hashes(first: 100) { nodes { hash } } } }`,
  );
  return data.issue.hashes.nodes.map(({ hash }: { hash: string }) => hash);
}

/** As another client of the same server. */
function askUpstream(
  { upstream: { url, token } }: TestGateway,
  path: string,
  method: string,
  body?: object,
): Promise<Response> {
  return fetch(`${url}/api/0/organizations/hellboy-meowmeow/issues${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
}

const writes = (gateway: TestGateway) =>
  gateway.upstream.requests.filter(({ method }) => method !== 'GET');

test('an unmerge is accepted first, and its hashes move later', async () => {
  await using gateway = await startGateway();
  const before = await hashesOf(gateway, EMBEDDED_ISSUES.twenty);
  const leaving = [before[3], before[7]];
  const { data, errors } = await gateway.execute(UNMERGE, {
    input: { issue: idOf(EMBEDDED_ISSUES.twenty), hashes: leaving, clientMutationId: 'm1' },
  });
  expect(errors).toBeUndefined();
  expect(data.unmergeIssueHashes).toEqual({
    accepted: leaving,
    isAsynchronous: true,
    clientMutationId: 'm1',
    issue: { id: idOf(EMBEDDED_ISSUES.twenty), issueId: EMBEDDED_ISSUES.twenty },
  });
  expect(writes(gateway).map(({ url }) => url)).toEqual([
    `/api/0/organizations/hellboy-meowmeow/issues/${EMBEDDED_ISSUES.twenty}/hashes/?id=${leaving[0]}&id=${leaving[1]}`,
  ]);

  const after = before.filter((hash) => !leaving.includes(hash));
  await expect.poll(() => hashesOf(gateway, EMBEDDED_ISSUES.twenty)).toEqual(after);
});

test.each([
  ['no hashes', [], '`hashes` has 0 hashes; an unmerge needs 1 to 100.'],
  ['an unknown hash', ['f'.repeat(32)], 'may have moved to another issue'],
])('an unmerge of %s is refused before any change', async (_what, hashes, sentence) => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute(UNMERGE, {
    input: { issue: idOf(EMBEDDED_ISSUES.twenty), hashes },
  });
  expect(data).toEqual({ unmergeIssueHashes: null });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(errors?.[0]?.message).toContain(sentence);
  expect(writes(gateway)).toEqual([]);
});

test('all hashes of an issue are unmerged only with `all: true`', async () => {
  await using gateway = await startGateway();
  const hashes = await hashesOf(gateway, EMBEDDED_ISSUES.python);
  const input = { issue: idOf(EMBEDDED_ISSUES.python), hashes };
  const refused = await gateway.execute(UNMERGE, { input });
  expect(refused.errors?.[0]?.message).toBe(
    "`hashes` has all 6 of the issue's hashes; unmerging all of them needs `all: true`.",
  );
  expect(writes(gateway)).toEqual([]);

  const { data } = await gateway.execute(UNMERGE, { input: { ...input, all: true } });
  expect(data.unmergeIssueHashes.accepted).toEqual(hashes);
});

test('an unmerge of hashes that are being unmerged is a CONFLICT, and does not affect its sibling field', async () => {
  let puts = 0;
  await using gateway = await startGateway({
    intercept: ({ method }) => {
      puts += method === 'PUT' ? 1 : 0;
      return puts === 2 ? { status: 409, body: '{"detail":"Already being unmerged"}' } : undefined;
    },
  });
  const [, hash, last] = await hashesOf(gateway, EMBEDDED_ISSUES.twenty);
  const { data, errors } = await gateway.execute(
    `mutation ($one: UnmergeIssueHashesInput!, $other: UnmergeIssueHashesInput!) {
      first: unmergeIssueHashes(input: $one) { accepted }
      second: unmergeIssueHashes(input: $other) { accepted }
    }`,
    {
      one: { issue: idOf(EMBEDDED_ISSUES.twenty), hashes: [hash] },
      other: { issue: idOf(EMBEDDED_ISSUES.twenty), hashes: [last] },
    },
  );
  expect(data).toEqual({ first: { accepted: [hash] }, second: null });
  expect(errors).toMatchObject([
    { path: ['second'], message: 'Already being unmerged', extensions: { code: 'CONFLICT' } },
  ]);
});

describe.each(DIALECT_NAMES.filter((name) => name !== 'glitchtip'))('over %s', (dialect) => {
  test('an unmerge of hashes that are all being unmerged is a CONFLICT; of a part, it is accepted', async () => {
    await using gateway = await startGateway({ dialect, unmergeDelayMs: 60_000 });
    const [, one = '', other = ''] = await hashesOf(gateway, EMBEDDED_ISSUES.twenty);
    const unmerge = (...hashes: readonly string[]) =>
      gateway.execute(UNMERGE, { input: { issue: idOf(EMBEDDED_ISSUES.twenty), hashes } });
    expect((await unmerge(one)).errors).toBeUndefined();
    const again = await unmerge(one);
    expect(again.data).toEqual({ unmergeIssueHashes: null });
    expect(again.errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
    // Sentry does not say which of them it accepted.
    expect((await unmerge(one, other)).data.unmergeIssueHashes.accepted).toEqual([one, other]);
  });
});

/** 130 hashes of one second, in another order on each page, as Sentry lists them: pages leave out 30. */
function listInOneSecond({ url, method, query }: RecordedRequest): ReplacementAnswer | undefined {
  if (!url.includes('/hashes/')) {
    return undefined;
  }
  if (method !== 'GET') {
    return { status: 202, body: '' };
  }
  const offset = Number(query.get('cursor')?.split(':')[1] ?? 0);
  const count = Number(query.get('per_page'));
  const inOrder = Array.from({ length: 130 }, (_, index) => index);
  const rows = (offset === 0 ? inOrder : inOrder.reverse()).slice(offset, offset + count);
  const latestEvent = { id: 'e'.repeat(32), dateCreated: '2020-06-17T20:00:00Z' };
  const next = `<${url}>; rel="next"; results="${offset + count < 130}"; cursor="0:${offset + count}:0"`;
  const previous = `<${url}>; rel="previous"; results="false"; cursor="0:0:1"`;
  return {
    status: 200,
    headers: { link: `${previous}, ${next}` },
    body: JSON.stringify(rows.map((index) => ({ id: hashInOneSecond(index), latestEvent }))),
  };
}

const hashInOneSecond = (index: number) => String(index).padStart(32, '0');

test('a hash that no page lists is unmerged if the list leaves out hashes, and an unknown one is not', async () => {
  await using gateway = await startGateway({ intercept: listInOneSecond });
  const unmerge = (...hashes: readonly string[]) =>
    gateway.execute(UNMERGE, { input: { issue: idOf(EMBEDDED_ISSUES.twenty), hashes } });
  const { data, errors } = await unmerge(hashInOneSecond(120));
  expect(errors).toBeUndefined();
  expect(data.unmergeIssueHashes.accepted).toEqual([hashInOneSecond(120)]);
  expect(writes(gateway)).toHaveLength(1);
  const unknown = Array.from({ length: 31 }, (_, index) => `${hashInOneSecond(index)}f`);
  expect((await unmerge(...unknown)).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  expect(writes(gateway)).toHaveLength(1);
});

test('a merge returns parent and children, the parent with its new data', async () => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute(MERGE, {
    input: {
      issues: [idOf(EMBEDDED_ISSUES.twenty), idOf(EMBEDDED_ISSUES.five)],
      clientMutationId: 'm2',
    },
  });
  expect(errors).toBeUndefined();
  expect(data.mergeIssues).toEqual({
    clientMutationId: 'm2',
    parent: { issueId: EMBEDDED_ISSUES.twenty, hashes: { totalCount: 25 } },
    children: [{ issueId: EMBEDDED_ISSUES.five }],
  });
});

test.each([
  ['no issue', [], '`issues` has no issue; a merge needs 2 to 100 different ones.'],
  [
    'the same issue twice',
    [idOf(EMBEDDED_ISSUES.twenty), idOf(EMBEDDED_ISSUES.twenty)],
    '`issues` has one issue; a merge needs 2 to 100 different ones.',
  ],
  [
    'issues of two organizations',
    [idOf(EMBEDDED_ISSUES.twenty), encodeGlobalId('Issue', 'other-org', EMBEDDED_ISSUES.foreign)],
    '`issues` belong to several organizations; only issues of one project can be merged.',
  ],
  [
    'issues of two organizations by their short IDs',
    ['hellboy-meowmeow/CHECKOUT-1', 'other-org/CHECKOUT-1'],
    '`issues` belong to several organizations; only issues of one project can be merged.',
  ],
  [
    '9,000 issues, whose short IDs each take a request',
    Array.from({ length: 9_000 }, (_, index) => `hellboy-meowmeow/CHECKOUT-${index}`),
    '`issues` has 9000 issues; a merge needs 2 to 100 different ones.',
  ],
  [
    'an organization',
    [encodeGlobalId('Organization', 'hellboy-meowmeow'), idOf(EMBEDDED_ISSUES.twenty)],
    'The ID belongs to an object of the type Organization; expected the ID of an issue.',
  ],
])('a merge of %s is refused without a request to Sentry', async (_what, issues, message) => {
  await using gateway = await startGateway();
  const { errors } = await gateway.execute(MERGE, { input: { issues } });
  expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(gateway.upstream.requests).toEqual([]);
});

test('an update sends only the given fields, and returns the changed issue', async () => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute(UPDATE, {
    input: {
      issue: idOf(EMBEDDED_ISSUES.twenty),
      status: 'resolved',
      priority: null,
      clientMutationId: 'm3',
    },
  });
  expect(errors).toBeUndefined();
  expect(data.updateIssue).toEqual({
    clientMutationId: 'm3',
    issue: { issueId: EMBEDDED_ISSUES.twenty, status: 'resolved' },
  });
  const [write] = writes(gateway);
  expect(`${write?.method} ${write?.url}`).toBe(
    `PUT /api/0/organizations/hellboy-meowmeow/issues/${EMBEDDED_ISSUES.twenty}/`,
  );
});

test('an update without fields is refused, and one without the scope is FORBIDDEN', async () => {
  await using gateway = await startGateway({ signIn: 'passThrough' });
  const input = { issue: idOf(EMBEDDED_ISSUES.twenty) };
  const nothing = await gateway.execute(UPDATE, { input });
  expect(nothing.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(gateway.upstream.requests).toEqual([]);

  const refused = await gateway.execute(
    UPDATE,
    { input: { ...input, status: 'resolved' } },
    { authorization: `Bearer ${TOKENS.eventRead.text}` },
  );
  expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('a mutation is not served by GET', async () => {
  await using gateway = await startGateway();
  const query = encodeURIComponent(
    'mutation { mergeIssues(input: { issues: [] }) { clientMutationId } }',
  );
  const response = await fetch(`${gateway.url}?query=${query}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  expect(response.status).toBe(405);
});

test('READ_ONLY=true refuses mutations without a request to Sentry, and answers queries', async () => {
  await using gateway = await startGateway({ env: { READ_ONLY: 'true' } });
  const { status, data, errors } = await gateway.execute(UPDATE, {
    input: { issue: idOf(EMBEDDED_ISSUES.twenty), status: 'resolved' },
  });
  expect(status).toBe(403);
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([{ extensions: { code: 'READ_ONLY' } }]);
  expect(gateway.upstream.requests).toEqual([]);
  expect(await hashesOf(gateway, EMBEDDED_ISSUES.twenty)).toHaveLength(20);
});

test('a merge whose answer has numbers for IDs returns all issues', async () => {
  const { twenty, ninetyNine } = EMBEDDED_ISSUES;
  const merge = { parent: Number(ninetyNine), children: [Number(twenty)] };
  await using gateway = await startGateway({
    intercept: ({ method }) =>
      method === 'PUT' ? { status: 200, body: JSON.stringify({ merge }) } : undefined,
  });
  const { data } = await gateway.execute(
    'mutation ($ids: [ID!]!) { mergeIssues(input: { issues: $ids }) { parent { issueId } children { issueId } } }',
    { ids: [idOf(twenty), idOf(ninetyNine)] },
  );
  expect(data.mergeIssues).toEqual({
    parent: { issueId: ninetyNine },
    children: [{ issueId: twenty }],
  });
});

test('issues that are listed without their project are not merged', async () => {
  const { twenty, ninetyNine } = EMBEDDED_ISSUES;
  const listed = [twenty, ninetyNine].map((id) => ({ id, project: null }));
  await using gateway = await startGateway({
    intercept: () => ({ status: 200, body: JSON.stringify(listed) }),
  });
  const { errors } = await gateway.execute(MERGE, {
    input: { issues: [twenty, ninetyNine].map(idOf) },
  });
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }]);
  expect(writes(gateway)).toEqual([]);
});

describe.each(DIALECT_NAMES)('a merge over %s', (dialect) => {
  const { twenty, ninetyNine } = EMBEDDED_ISSUES;

  test('looks up its issues, and sends only the IDs that were listed', async () => {
    await using gateway = await startGateway({ dialect });
    const { data, errors } = await gateway.execute(MERGE, {
      input: { issues: [idOf(twenty), idOf(ninetyNine)] },
    });
    expect(errors).toBeUndefined();
    expect(data.mergeIssues.children).toHaveLength(1);
    const [change] = writes(gateway);
    expect(writes(gateway)).toHaveLength(1);
    expect(change?.query.getAll('id')).toEqual([twenty, ninetyNine]);
    const seen = gateway.upstream.requests
      .slice(0, gateway.upstream.requests.indexOf(change as RecordedRequest))
      .flatMap(({ query }) => [...query.getAll('group'), ...query.getAll('id')]);
    expect(seen).toEqual(expect.arrayContaining([twenty, ninetyNine]));
  });

  test.each([
    ['one issue does not exist', [twenty, '999999']],
    ['no issue exists', ['999998', '999999']],
  ])('is refused, and nothing is sent, if %s', async (_what, issues) => {
    await using gateway = await startGateway({ dialect });
    const { data, errors } = await gateway.execute(MERGE, {
      input: { issues: issues.map(idOf) },
    });
    expect(data).toEqual({ mergeIssues: null });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(errors?.[0]?.message).toMatch(/has no issue 99999\d.*Nothing was changed/);
    expect(writes(gateway)).toEqual([]);
  });

  test('a change of a merged issue returns the surviving one, where Sentry knows both', async () => {
    await using gateway = await startGateway({ dialect });
    const { data } = await gateway.execute(MERGE, {
      input: { issues: [idOf(twenty), idOf(ninetyNine)] },
    });
    const { parent, children } = data.mergeIssues;
    const { data: changed, errors } = await gateway.execute(
      `mutation ($input: UpdateIssueInput!) {
        updateIssue(input: $input) { issue { id issueId status } }
      }`,
      { input: { issue: idOf(children[0].issueId), status: 'resolved' } },
    );
    if (dialect === 'glitchtip') {
      expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    } else {
      expect(errors).toBeUndefined();
      expect(changed.updateIssue.issue).toEqual({
        id: idOf(parent.issueId),
        issueId: parent.issueId,
        status: 'resolved',
      });
    }
  });

  test('of an issue that was already merged is refused, and nothing is sent', async () => {
    await using gateway = await startGateway({ dialect });
    const merge = (...issues: readonly string[]) =>
      gateway.execute(MERGE, { input: { issues: issues.map(idOf) } });
    const { data } = await merge(twenty, ninetyNine);
    const [{ issueId: child }] = data.mergeIssues.children;
    gateway.upstream.forgetRequests();
    const { errors } = await merge(child, EMBEDDED_ISSUES.hundred);
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(writes(gateway)).toEqual([]);
  });

  test('looks up its issues again, although the cache has them', async () => {
    await using gateway = await startGateway({ dialect, env: { CACHE: 'on' } });
    const lower = Number(twenty) < Number(ninetyNine) ? twenty : ninetyNine;
    const child = dialect === 'glitchtip' ? lower : twenty;
    const issues = [child, EMBEDDED_ISSUES.hundred].map(idOf);
    await gateway.execute('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Issue { title } } }', {
      ids: issues,
    });
    // Another client merges one of them away.
    await askUpstream(gateway, `/?id=${twenty}&id=${ninetyNine}`, 'PUT', { merge: 1 });
    gateway.upstream.forgetRequests();
    const { errors } = await gateway.execute(MERGE, { input: { issues } });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(writes(gateway)).toEqual([]);
  });

  test('an unmerge reads the hashes of the issue again, although the cache has them', async () => {
    await using gateway = await startGateway({ dialect, env: { CACHE: 'on' } });
    const [hash = ''] = await hashesOf(gateway, twenty);
    // Another client unmerges one of them.
    for (const method of ['PUT', 'DELETE']) {
      await askUpstream(gateway, `/${twenty}/hashes/?id=${hash}`, method);
    }
    const isListed = async () => {
      const hashes = await askUpstream(gateway, `/${twenty}/hashes/?per_page=100`, 'GET');
      return (await hashes.text()).includes(hash);
    };
    await expect.poll(isListed, { interval: 5 }).toBe(false);
    gateway.upstream.forgetRequests();
    const { errors } = await gateway.execute(UNMERGE, {
      input: { issue: idOf(twenty), hashes: [hash] },
    });
    expect(errors?.[0]?.message).toContain('may have moved to another issue');
    expect(writes(gateway)).toEqual([]);
  });
});
