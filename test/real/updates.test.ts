import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  askSentry,
  ISSUES,
  issueGlobalId,
  type RealGateway,
  resetRealSentry,
  startRealGateway,
} from './real-sentry.ts';

/* Changes of an issue, and their results in Sentry. */

const { issueId, shortId } = ISSUES['small-first'];
let gateway: RealGateway;
beforeAll(async () => {
  gateway = await startRealGateway({ env: { CACHE: 'on' } });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await resetRealSentry();
});

/**
 * Repeats a change that Sentry refuses for its rate limit: it was not made. The requests that these tests send to Sentry
 * themselves use the same budget, of which the gateway learns by the refusal; then it waits for the next window.
 */
async function update(input: object, through = gateway) {
  for (;;) {
    const response = await through.execute(
      `mutation ($input: UpdateIssueInput!) { updateIssue(input: $input) {
        clientMutationId
        issue { issueId shortId status substatus isBookmarked hasSeen assignedTo { type name } }
      } }`,
      { input: { issue: issueGlobalId(issueId), ...input } },
    );
    if (!response.errors?.some(({ extensions }) => extensions?.['code'] === 'RATE_LIMITED')) {
      return response;
    }
  }
}

test.each([
  [{ status: 'resolved' }, { status: 'resolved' }],
  [{ status: 'unresolved' }, { status: 'unresolved', substatus: 'ongoing' }],
  [
    { status: 'ignored', substatus: 'archived_forever' },
    { status: 'ignored', substatus: 'archived_forever' },
  ],
  [{ assignedTo: 'mel@example.com' }, { assignedTo: { type: 'user', name: 'Mel Member' } }],
  [{ assignedTo: 'team:2' }, { assignedTo: { type: 'team', name: 'backend-team' } }],
  [{ assignedTo: '' }, { assignedTo: null }],
  [{ isBookmarked: true }, { isBookmarked: true }],
  [
    { hasSeen: true, isBookmarked: false },
    { hasSeen: true, isBookmarked: false },
  ],
  [{ hasSeen: false }, { hasSeen: false }],
])('a change to %j is visible in the response and in Sentry', async (input, expected) => {
  const { data, errors } = await update({ ...input, clientMutationId: 'mine' });
  expect(errors).toBeUndefined();
  expect(data.updateIssue).toMatchObject({
    clientMutationId: 'mine',
    issue: { issueId, shortId, ...expected },
  });
  expect((await askSentry(`/organizations/acme/issues/${issueId}/`)).body).toMatchObject(expected);
});

test.each([
  [{ resolve: {} }, { status: 'resolved', statusDetails: {} }],
  [
    { resolve: { inNextRelease: true } },
    { status: 'resolved', statusDetails: { inNextRelease: true } },
  ],
  [
    { resolve: { inRelease: 'latest' } },
    { status: 'resolved', statusDetails: { inRelease: expect.any(String) } },
  ],
  [
    { resolve: { inCommit: { commit: 'a'.repeat(40), repository: 'acme/backend' } } },
    // Sentry shows the release that has the commit.
    {
      status: 'resolved',
      activity: expect.arrayContaining([
        expect.objectContaining({ type: 'set_resolved_in_commit' }),
      ]),
    },
  ],
  [
    { archive: { untilEscalating: true } },
    { status: 'ignored', substatus: 'archived_until_escalating' },
  ],
  [
    { archive: { minutes: 30 } },
    { status: 'ignored', statusDetails: { ignoreUntil: expect.any(String) } },
  ],
  [
    { archive: { events: 100, windowMinutes: 60 } },
    { status: 'ignored', statusDetails: { ignoreCount: 100, ignoreWindow: 60 } },
  ],
  [{ archive: { users: 5 } }, { status: 'ignored', statusDetails: { ignoreUserCount: 5 } }],
  [{ archive: {} }, { status: 'ignored', substatus: 'archived_forever' }],
  [{ status: 'UNRESOLVED' }, { status: 'unresolved' }],
  [{ assignedTo: '#backend-team' }, { assignedTo: { type: 'team', name: 'backend-team' } }],
  [{ unassign: true }, { assignedTo: null }],
])(
  'an issue is resolved, archived or assigned by %j, as Sentry shows it',
  async (input, expected) => {
    // Sentry 23.7 keeps some details of an earlier resolution or archiving until an issue is unresolved.
    await update({ status: 'unresolved' });
    const { data, errors } = await update(input);
    expect(errors).toBeUndefined();
    expect(data.updateIssue.issue.issueId).toBe(issueId);
    expect((await askSentry(`/organizations/acme/issues/${issueId}/`)).body).toMatchObject(
      expected,
    );
  },
);

test('a list that was read before a change contains the change afterwards', async () => {
  const list = `{ organization(slug: "acme") { issues(first: 5, query: "small issue 00") { nodes { issueId status } } } }`;
  await update({ status: 'unresolved' });
  const before = await gateway.execute(list);
  expect(before.data.organization.issues.nodes).toEqual([{ issueId, status: 'unresolved' }]);
  await update({ status: 'resolved' });
  const after = await gateway.execute(list);
  expect(after.data.organization.issues.nodes).toEqual([{ issueId, status: 'resolved' }]);
});

test.each([
  [{ status: 'bogus' }, '`status`: "bogus" is not a valid choice'],
  [{ assignedTo: 'nobody@example.com' }, '`assignedTo`: Could not parse actor.'],
  [{ assignedTo: 'user:2' }, '`assignedTo`: Cannot assign to non-team member'],
  [{ assignedTo: '#front' }, 'has no team "front"; use one of #backend-team.'],
  [{ resolve: { inRelease: '9.9' } }, 'Unable to find a release with the given version.'],
  [
    { resolve: { inCommit: { commit: 'c'.repeat(40), repository: 'acme/backend' } } },
    'Unable to find the given commit.',
  ],
])('a change to %j is refused, and the message names the argument', async (input, sentence) => {
  const { data, errors } = await update(input);
  expect(data.updateIssue).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(errors?.[0]?.message).toContain(sentence);
});

test('a change with a token that may only read is FORBIDDEN, and names the scope', async () => {
  await using reader = await startRealGateway({ token: 'read-only' });
  const { data, errors } = await update({ status: 'resolved' }, reader);
  expect(data.updateIssue).toBeNull();
  expect(errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN', requiredScope: 'event:write' } },
  ]);
});

// Sentry 23.7 does not have priorities: it answers 200 and changes nothing.
test('a change that Sentry ignores is an error that names the argument', async () => {
  const { data, errors } = await update({ priority: 'high', status: 'resolved' });
  expect(data.updateIssue).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'UNSUPPORTED_BY_UPSTREAM' } }]);
  expect(errors?.[0]?.message).toContain('did not set `priority` (it is null). The other fields');
  const { body } = await askSentry(`/organizations/acme/issues/${issueId}/`);
  expect(body.status).toBe('resolved');
});

test('a change of a merged issue returns the surviving issue with all fields', async () => {
  const issues = [ISSUES.fingerprint.issueId, ISSUES['small-last'].issueId];
  const { data } = await gateway.execute(
    `mutation ($issues: [ID!]!) { mergeIssues(input: { issues: $issues }) {
      parent { issueId shortId } children { issueId }
    } }`,
    { issues: issues.map(issueGlobalId) },
  );
  const { parent, children } = data.mergeIssues;
  const merged = async () =>
    (await askSentry(`/organizations/acme/issues/${children[0].issueId}/`)).body.id;
  await expect.poll(merged, { timeout: 60_000, interval: 300 }).toBe(parent.issueId);
  const { data: changed } = await update({
    issue: issueGlobalId(children[0].issueId),
    hasSeen: true,
  });
  expect(changed.updateIssue.issue).toMatchObject(parent);
});
