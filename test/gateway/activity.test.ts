import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { startGateway } from '../harness/gateway.ts';

const ORGANIZATION = 'hellboy-meowmeow';
const { python, twenty, five } = EMBEDDED_ISSUES;
const issueQuery = (id: string, selection: string) =>
  `{ issue(organization: "${ORGANIZATION}", id: "${id}") { ${selection} } }`;
const idOf = (issue: string) => encodeGlobalId('Issue', ORGANIZATION, issue);

test('activities have types of their own where details matter', async () => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute(
    issueQuery(
      python,
      `activity(types: ["set_regression", "set_resolved_in_release", "set_resolved_in_commit", "assigned", "set_priority", "note", "first_seen"]) {
        __typename type
        ... on AssignmentActivity { assigneeId assigneeType assigneeEmail assigneeName integration }
        ... on RegressionActivity { version resolvedInVersion }
        ... on ResolutionActivity { version currentReleaseVersion commit }
        ... on PriorityActivity { priority reason }
        ... on NoteActivity { text user { name } }
      }`,
    ),
  );
  expect(errors).toBeUndefined();
  expect(data.issue.activity).toEqual([
    {
      __typename: 'RegressionActivity',
      type: 'set_regression',
      version: 'shop@1.3.0',
      resolvedInVersion: 'shop@1.2.3',
    },
    {
      __typename: 'ResolutionActivity',
      type: 'set_resolved_in_release',
      version: 'shop@1.2.3',
      currentReleaseVersion: 'shop@1.2.2',
      commit: null,
    },
    {
      __typename: 'ResolutionActivity',
      type: 'set_resolved_in_commit',
      version: null,
      currentReleaseVersion: null,
      commit: { id: 'a1b2c3d', message: 'Add the currency' },
    },
    {
      __typename: 'AssignmentActivity',
      type: 'assigned',
      assigneeId: '550747',
      assigneeType: 'user',
      assigneeEmail: 'hell@boy.cat',
      assigneeName: 'Hell Boy',
      integration: 'codeowners',
    },
    {
      __typename: 'PriorityActivity',
      type: 'set_priority',
      priority: 'high',
      reason: 'escalating',
    },
    {
      __typename: 'NoteActivity',
      type: 'note',
      text: 'The currency is missing in two carts.',
      user: { name: 'Hell Boy' },
    },
    { __typename: 'OtherActivity', type: 'first_seen' },
  ]);
});

test('`types` chooses kinds of activities; none or an empty list chooses all', async () => {
  await using gateway = await startGateway();
  const { data } = await gateway.execute(
    issueQuery(
      python,
      'a: activity(types: ["note", "set_priority"]) { type } b: activity(types: []) { type } c: activity(types: ["nothing"]) { type }',
    ),
  );
  const { a, b, c } = data.issue;
  expect(a.map(({ type }: { type: string }) => type)).toEqual(['set_priority', 'note']);
  expect([b.length, c]).toEqual([10, []]);
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('a merge is an activity of the issue that is left, with the issues that were merged', async () => {
  await using gateway = await startGateway();
  await gateway.execute(
    'mutation ($input: MergeIssuesInput!) { mergeIssues(input: $input) { parent { id } } }',
    { input: { issues: [idOf(twenty), idOf(five)] } },
  );
  const { data } = await gateway.execute(
    issueQuery(twenty, 'activity(types: ["merge"]) { ... on MergeActivity { mergedIssueIds } }'),
  );
  expect(data.issue.activity).toEqual([{ mergedIssueIds: [five] }]);
});

test('issues of two projects are not merged: a sentence names the projects, and nothing is sent', async () => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute(
    'mutation ($input: MergeIssuesInput!) { mergeIssues(input: $input) { parent { id } } }',
    { input: { issues: [idOf(twenty), idOf(python)] } },
  );
  expect(data.mergeIssues).toBeNull();
  expect(errors).toMatchObject([
    {
      message:
        'The issues belong to the projects checkout and billing; only issues of one project can be merged. Nothing was changed.',
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ]);
  expect(gateway.upstream.requests.map(({ method }) => method)).not.toContain('PUT');
});

test.each(['sentry-2026', 'sentry-2026-09'] as const)(
  'over %s, one query after an unmerge has the new issue, and the new issue its source',
  async (dialect) => {
    await using gateway = await startGateway({ dialect });
    const hashes = await gateway.execute(issueQuery(twenty, 'hashes(first: 2) { nodes { hash } }'));
    const moved = hashes.data.issue.hashes.nodes.map(({ hash }: { hash: string }) => hash);
    await gateway.execute(
      'mutation ($input: UnmergeIssueHashesInput!) { unmergeIssueHashes(input: $input) { accepted } }',
      { input: { issue: idOf(twenty), hashes: moved } },
    );
    const selection = `activity(types: ["unmerge_source"]) { ... on UnmergeSourceActivity {
      hashes destinationId
      destination { issueId activity { ... on UnmergeDestinationActivity { hashes sourceId source { issueId } } } }
    } }`;
    const activity = async () =>
      (await gateway.execute(issueQuery(twenty, selection))).data.issue.activity;
    await expect.poll(activity).toHaveLength(1);
    const [{ hashes: shown, destinationId, destination }] = await activity();
    expect(shown).toEqual(moved);
    expect(destination).toEqual({
      issueId: destinationId,
      activity: [{ hashes: moved, sourceId: twenty, source: { issueId: twenty } }],
    });
  },
);
