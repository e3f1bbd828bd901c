import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

const UPDATE = `mutation ($input: UpdateIssueInput!) { updateIssue(input: $input) { issue {
  status substatus statusDetails priority isBookmarked isSubscribed hasSeen
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
  [
    'in the next release',
    { resolve: { inNextRelease: true } },
    { status: 'resolved', statusDetails: { inNextRelease: true } },
  ],
  [
    'in a release',
    { resolve: { inRelease: 'shop@1.4.2' } },
    { status: 'resolved', statusDetails: { inRelease: 'shop@1.4.2' } },
  ],
  [
    'by a commit',
    { resolve: { inCommit: { commit: 'a1b2c3d', repository: 'acme/shop' } } },
    {
      status: 'resolved',
      statusDetails: { inCommit: { commit: 'a1b2c3d', repository: 'acme/shop' } },
    },
  ],
  ['at once', { resolve: {} }, { status: 'resolved', statusDetails: {} }],
  [
    'until it escalates',
    { archive: { untilEscalating: true } },
    { status: 'ignored', substatus: 'archived_until_escalating' },
  ],
  [
    'for a time',
    { archive: { minutes: 30 } },
    { statusDetails: { ignoreUntil: expect.stringMatching(/^20/) } },
  ],
  [
    'until a number of events in a time',
    { archive: { events: 100, windowMinutes: 60 } },
    {
      substatus: 'archived_until_condition_met',
      statusDetails: { ignoreCount: 100, ignoreWindow: 60 },
    },
  ],
  ['until a number of users', { archive: { users: 5 } }, { statusDetails: { ignoreUserCount: 5 } }],
  ['for good', { archive: {} }, { status: 'ignored', substatus: 'archived_forever' }],
  [
    'in other letters',
    { status: 'RESOLVED', priority: 'Low' },
    { status: 'resolved', priority: 'low' },
  ],
  ['to the next release', { status: 'RESOLVED_IN_NEXT_RELEASE' }, { status: 'resolved' }],
])('an issue is resolved or archived %s', async (_what, change, expected) => {
  await using gateway = await startGateway();
  const { issue, errors } = await update(gateway, change);
  expect(errors).toBeUndefined();
  expect(issue).toMatchObject(expected);
});

test('`unassign` assigns an issue to nobody', async () => {
  await using gateway = await startGateway();
  expect((await update(gateway, { assignedTo: 'hellboy' })).issue.assignedTo.name).toBe('Hell Boy');
  expect((await update(gateway, { unassign: true })).issue.assignedTo).toBeNull();
});

test.each([
  [{ status: 'done' }, /"done" is not a valid choice; use resolved, resolvedInNextRelease, /],
  [{ priority: 'urgent' }, /"urgent" is not a valid choice; use high, medium or low\.$/],
  [{ status: 'resolved', archive: {} }, /^`status` and `archive` exclude each other\.$/],
  [{ substatus: 'ongoing', archive: {} }, /^`substatus` and `archive` exclude each other\.$/],
  [{ assignedTo: 'hellboy', unassign: true }, /^`assignedTo` and `unassign` exclude each other/],
  [{ resolve: { inNextRelease: true, inRelease: '1' } }, /`inNextRelease` and `inRelease` excl/],
  [{ archive: { minutes: 5, events: 1 } }, /^`minutes` and `events` exclude each other\.$/],
  [{ archive: { minutes: 0 } }, /`archive.minutes` is 0; it must be at least 1/],
  [{ archive: { events: 1, windowMinutes: 10_081 } }, /the limit is 10080, a week/],
  [{ archive: { windowMinutes: 60 } }, /needs `events` or `users`/],
])('a change to %j is refused with a sentence, before it is sent', async (change, words) => {
  await using gateway = await startGateway();
  const { errors } = await update(gateway, change);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(errors?.[0]?.message).toMatch(words);
  expect(gateway.upstream.requests).toEqual([]);
});

test('a release that Sentry does not have is refused with its words', async () => {
  await using gateway = await startGateway();
  const { errors } = await update(gateway, { resolve: { inRelease: 'shop@9' } });
  expect(errors?.[0]).toMatchObject({
    message: '`statusDetails.inRelease`: Unable to find a release with the given version.',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

const ADD_NOTE = `mutation ($input: AddIssueNoteInput!) { addIssueNote(input: $input) {
  clientMutationId note { activityId text user { name } } issue { activity(types: ["note"]) { ... on NoteActivity { text } } }
} }`;

test('a note is added once, and is in the activity of its issue', async () => {
  await using gateway = await startGateway();
  const input = {
    issue: 'hellboy-meowmeow/CHECKOUT-1',
    text: 'Seen in **prod**',
    clientMutationId: 'n',
  };
  const { data, errors } = await gateway.execute(ADD_NOTE, { input });
  expect(errors).toBeUndefined();
  expect(data.addIssueNote).toEqual({
    clientMutationId: 'n',
    note: { activityId: expect.any(String), text: input.text, user: { name: 'Hell Boy' } },
    issue: { activity: [{ text: input.text }] },
  });
  const again = await gateway.execute(ADD_NOTE, { input });
  expect(again.errors).toMatchObject([
    { message: 'You have already posted that comment.', extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

test('a note without text is refused before it is sent', async () => {
  await using gateway = await startGateway();
  const input = { issue: 'hellboy-meowmeow/CHECKOUT-1', text: ' ' };
  const { errors } = await gateway.execute(ADD_NOTE, { input });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(gateway.upstream.requests).toEqual([]);
});

test('on GlitchTip, a note is added to an issue of the organization only', async () => {
  await using gateway = await startGateway({ dialect: 'glitchtip' });
  const add = (issue: string) =>
    gateway.execute(ADD_NOTE, {
      input: { issue: encodeGlobalId('Issue', 'hellboy-meowmeow', issue), text: 'Seen' },
    });
  const { data, errors } = await add(EMBEDDED_ISSUES.main);
  expect(errors).toBeUndefined();
  expect(data.addIssueNote).toEqual({
    clientMutationId: null,
    note: { activityId: '1', text: 'Seen', user: { name: null } },
    issue: { activity: null },
  });
  const posts = () => gateway.upstream.requests.filter(({ method }) => method === 'POST');
  expect(posts().map(({ path }) => path)).toEqual([
    `/api/0/issues/${EMBEDDED_ISSUES.main}/comments/`,
  ]);
  const foreign = await add(EMBEDDED_ISSUES.foreign);
  expect(foreign.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect(posts()).toHaveLength(1);
});

test.each([
  ['#meowmeow', undefined],
  ['team:meowmeow', undefined],
  ['#Meowmeow', undefined],
  ['#nobody', '`assignedTo`: the project of the issue has no team "nobody"; use one of #meowmeow.'],
])(
  'an issue is assigned to the team %s of its project, or refused with the teams',
  async (assignedTo, words) => {
    await using gateway = await startGateway();
    const { issue, errors } = await update(gateway, { assignedTo });
    expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual(
      words && [[words, 'BAD_USER_INPUT']],
    );
    expect(issue?.assignedTo).toEqual(
      words ? undefined : { type: 'team', assigneeId: '4509', name: 'meowmeow', email: null },
    );
    const paths = gateway.upstream.requests.map(({ method, path }) => `${method} ${path}`);
    expect(paths.filter((path) => path.endsWith('/teams/'))).toHaveLength(1);
    expect(paths.some((path) => path.startsWith('PUT'))).toBe(words === undefined);
  },
);

test('an assignee that Sentry refuses is answered with the forms that it takes', async () => {
  await using gateway = await startGateway();
  const { errors } = await update(gateway, { assignedTo: 'nobody@example.com' });
  expect(errors).toMatchObject([
    {
      message:
        '`assignedTo`: Unknown actor input. Use the user name or email address of a member, `user:<id>`, `team:<id>`, or `#` and the slug of a team.',
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ]);
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
