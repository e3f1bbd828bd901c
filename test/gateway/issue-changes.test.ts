import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

const UPDATE = `mutation ($input: UpdateIssueInput!) { updateIssue(input: $input) { issue {
  status substatus priority isBookmarked isSubscribed hasSeen
  assignedTo { type assigneeId name email }
  seenBy { name } participants { userId type } activity { type user { username } data }
} } }`;

async function update(gateway: TestGateway, change: object) {
  const { data, errors } = await gateway.execute(UPDATE, {
    input: { issue: encodeGlobalId('Issue', 'hellboy-meowmeow', EMBEDDED_ISSUES.go), ...change },
  });
  return { issue: data.updateIssue?.issue, errors };
}

test('every change of an issue is kept and listed in its activity', async () => {
  await using gateway = await startGateway();
  const { issue, errors } = await update(gateway, {
    status: 'ignored',
    substatus: 'archived_forever',
    assignedTo: 'team:4509',
    priority: 'low',
    isBookmarked: true,
    hasSeen: true,
  });
  expect(errors).toBeUndefined();
  expect(issue).toMatchObject({
    status: 'ignored',
    substatus: 'archived_forever',
    priority: 'low',
    isBookmarked: true,
    isSubscribed: true,
    hasSeen: true,
    assignedTo: { type: 'team', assigneeId: '4509', name: 'meowmeow', email: null },
    seenBy: [{ name: 'Hell Boy' }],
    participants: [{ type: 'team' }],
  });
  expect(issue.activity.map(({ type }: { type: string }) => type)).toEqual([
    'assigned',
    'set_priority',
    'set_ignored',
    'first_seen',
  ]);
  const { issue: back } = await update(gateway, { status: 'unresolved', assignedTo: '' });
  expect(back).toMatchObject({ status: 'unresolved', substatus: 'ongoing', assignedTo: null });

  const { data } = await gateway.execute(
    '{ organization(slug: "hellboy-meowmeow") { a: issues(query: "is:ignored") { totalCount } b: issues(query: "issue.priority:low") { nodes { issueId } } } }',
  );
  expect(data.organization).toEqual({
    a: { totalCount: 0 },
    b: { nodes: [{ issueId: EMBEDDED_ISSUES.go }] },
  });
});

test.each([
  ['priority', { priority: 'urgent' }],
  ['substatus', { substatus: 'gone' }],
  ['assignee', { assignedTo: 'nobody@example.com' }],
])('an unknown %s is BAD_USER_INPUT, and nothing is changed', async (_what, change) => {
  await using gateway = await startGateway();
  const { issue, errors } = await update(gateway, change);
  expect(issue).toBeUndefined();
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test.each([
  ['status', { status: 'resolved' }, { status: 'unresolved' }],
  ['substatus', { substatus: 'archived_forever' }, { substatus: 'ongoing' }],
  ['priority', { priority: 'low' }, { priority: 'high' }],
  ['isBookmarked', { isBookmarked: true }, { isBookmarked: false }],
  ['hasSeen', { hasSeen: true }, { hasSeen: null }],
  ['assignedTo', { assignedTo: 'team:4509' }, { assignedTo: { type: 'team', id: '1' } }],
  ['assignedTo', { assignedTo: 'hell@example.com' }, { assignedTo: null }],
  ['assignedTo', { assignedTo: '' }, { assignedTo: { type: 'user', id: '4509' } }],
])('a change of %s that Sentry ignores is an error that names it', async (name, change, found) => {
  await using gateway = await startGateway({
    intercept: ({ method }) =>
      method === 'PUT'
        ? { status: 200, body: JSON.stringify({ id: EMBEDDED_ISSUES.go, ...found }) }
        : undefined,
  });
  const { issue, errors } = await update(gateway, change);
  expect(issue).toBeUndefined();
  expect(errors?.[0]?.extensions.code).toBe('UNSUPPORTED_BY_UPSTREAM');
  expect(errors?.[0]?.message).toContain(`did not set \`${name}\``);
});

test.each([
  ['user', 'user:4509', { type: 'user', id: '4509' }],
  ['team', 'team:4509', { type: 'team', id: '4509' }],
  ['user name', 'hellboy', { type: 'user', id: '17' }],
])('an assignment by %s is accepted if Sentry set it', async (_what, assignedTo, found) => {
  await using gateway = await startGateway({
    intercept: ({ method }) =>
      method === 'PUT'
        ? { status: 200, body: JSON.stringify({ id: EMBEDDED_ISSUES.go, assignedTo: found }) }
        : undefined,
  });
  expect((await update(gateway, { assignedTo })).errors).toBeUndefined();
});
