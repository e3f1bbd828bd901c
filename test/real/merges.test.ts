import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  askSentry,
  ISSUES,
  issueGlobalId,
  type RealGateway,
  resetRealSentry,
  runSql,
  startRealGateway,
} from './real-sentry.ts';

/* Merges and unmerges, and their results in Sentry. */

let gateway: RealGateway;
beforeAll(async () => {
  gateway = await startRealGateway({ env: { CACHE: 'on' } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** Sentry moves events after its response. */
const SOON = { timeout: 60_000, interval: 300 };

async function hashesOf(issueId: string): Promise<readonly string[]> {
  const { data, errors } = await gateway.execute(
    `{ issue(organization: "acme", id: "${issueId}") { hashes(first: 100) { nodes { hash } } } }`,
  );
  expect(errors).toBeUndefined();
  return data.issue.hashes.nodes.map(({ hash }: { hash: string }) => hash);
}

describe('a merge', () => {
  afterAll(resetRealSentry);

  const merge = (issueIds: readonly string[], through = gateway) =>
    through.execute(
      `mutation ($issues: [ID!]!) { mergeIssues(input: { issues: $issues, clientMutationId: "m" }) {
        clientMutationId parent { issueId shortId } children { issueId }
      } }`,
      { issues: issueIds.map(issueGlobalId) },
    );

  test('combines two issues, and both IDs return the surviving one', async () => {
    const { data, errors } = await merge(['36', '37']);
    expect(errors).toBeUndefined();
    expect(data.mergeIssues).toEqual({
      clientMutationId: 'm',
      parent: { issueId: '37', shortId: 'BACKEND-R' },
      children: [{ issueId: '36' }],
    });
    await expect.poll(() => hashesOf('37'), SOON).toHaveLength(2);
    await expect.poll(() => hashesOf('36'), SOON).toEqual(await hashesOf('37'));
    const { body } = await askSentry('/organizations/acme/issues/36/');
    expect(body).toMatchObject({ id: '37', shortId: 'BACKEND-R' });
  });

  test('of unknown issues is NOT_FOUND', async () => {
    const { data, errors } = await merge(['99998', '99999']);
    expect(data.mergeIssues).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('with a token that may only read is FORBIDDEN', async () => {
    await using reader = await startRealGateway({ token: 'read-only' });
    const { data, errors } = await merge(['40', '41'], reader);
    expect(data.mergeIssues).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('by an owner who is in no team of the project is accepted', async () => {
    await using owner = await startRealGateway({ token: 'owner-no-team' });
    const { data, errors } = await merge(['38', '39'], owner);
    expect(errors).toBeUndefined();
    expect(data.mergeIssues).toMatchObject({ parent: { issueId: '39' } });
  });

  test('of issues of two projects is refused before the change is sent, and names the projects', async () => {
    gateway.proxy.forget();
    const { errors } = await merge([ISSUES.python.issueId, ISSUES.javascript.issueId]);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toMatch(
      /projects backend and frontend; only issues of one project/,
    );
    expect(gateway.proxy.exchanges.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

describe('an unmerge', () => {
  afterAll(resetRealSentry);

  const { issueId } = ISSUES['many-hashes'];
  const unmerge = (hashes: readonly string[], issue = issueId) =>
    gateway.execute(
      `mutation ($issue: ID!, $hashes: [String!]!) {
        unmergeIssueHashes(input: { issue: $issue, hashes: $hashes, clientMutationId: "u" }) {
          clientMutationId accepted isAsynchronous issue { issueId }
        }
      }`,
      { issue: issueGlobalId(issue), hashes },
    );

  test('moves hashes of an issue to one new issue', async () => {
    const before = await hashesOf(issueId);
    const leaving = [before[5] ?? '', before[70] ?? ''];
    const { data, errors } = await unmerge(leaving);
    expect(errors).toBeUndefined();
    expect(data.unmergeIssueHashes).toEqual({
      clientMutationId: 'u',
      accepted: leaving,
      isAsynchronous: true,
      issue: { issueId },
    });
    const staying = before.filter((hash) => !leaving.includes(hash));
    await expect.poll(() => hashesOf(issueId), SOON).toEqual(expect.not.arrayContaining(leaving));
    expect((await hashesOf(issueId)).slice(0, staying.length)).toEqual(staying);
    const { activity } = (await askSentry(`/organizations/acme/issues/${issueId}/`)).body;
    const [latest] = activity;
    expect(latest).toMatchObject({ type: 'unmerge_source' });
    expect([...latest.data.fingerprints].sort()).toEqual([...leaving].sort());
    const moved = await hashesOf(latest.data.destination.id);
    expect([...moved].sort()).toEqual([...leaving].sort());
  });

  test('of a hash that the issue does not have is refused before the change is sent', async () => {
    gateway.proxy.forget();
    const { data, errors } = await unmerge(['f'.repeat(32)]);
    expect(data.unmergeIssueHashes).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(gateway.proxy.exchanges.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  describe('of hashes, some of which are already being unmerged', () => {
    let locked: string;
    let free: string;
    beforeAll(async () => {
      [locked = '', free = ''] = (await hashesOf(issueId)).slice(20);
      await runSql(`update sentry_grouphash set state = 1 where hash = '${locked}'`);
    });

    // Sentry answers 200 without a body.
    test('is a CONFLICT if all are', async () => {
      const { errors } = await unmerge([locked]);
      expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
    });

    // Sentry answers 202, and does not say which it accepts.
    test('is accepted if some are not, and moves only those', async () => {
      const { data, errors } = await unmerge([locked, free]);
      expect(errors).toBeUndefined();
      expect(data.unmergeIssueHashes.accepted).toEqual([locked, free]);
      await expect.poll(() => hashesOf(issueId), SOON).not.toContain(free);
      expect(await hashesOf(issueId)).toContain(locked);
      const { activity } = (await askSentry(`/organizations/acme/issues/${issueId}/`)).body;
      expect(activity[0]).toMatchObject({ type: 'unmerge_source', data: { fingerprints: [free] } });
    });
  });

  // Sentry gives no order to these hashes, so its pages leave out some of them.
  test('of a hash that pages of the list leave out is accepted', async () => {
    const { issueId: tied } = ISSUES['tied-hashes'];
    const shown = new Set<string>();
    for (const cursor of ['0:0:0', '0:100:0']) {
      const { body } = await askSentry(
        `/organizations/acme/issues/${tied}/hashes/?per_page=100&cursor=${cursor}`,
      );
      for (const { id } of body) {
        shown.add(id);
      }
    }
    const all = Array.from({ length: 130 }, (_, number) =>
      createHash('md5').update(`tied-${number}`).digest('hex'),
    );
    const leaving = all.find((hash) => !shown.has(hash)) ?? all[0];
    const { data, errors } = await unmerge([leaving ?? ''], tied);
    expect(errors).toBeUndefined();
    expect(data.unmergeIssueHashes.accepted).toEqual([leaving]);
  });
});
