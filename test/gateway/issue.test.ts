import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { startGateway } from '../harness/gateway.ts';

const issue = (selection: string, id: string = EMBEDDED_ISSUES.python) =>
  `{ issue(organization: "hellboy-meowmeow", id: "${id}") { ${selection} } }`;

test("all fields of an issue's detail cost one request", async () => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute(
    issue(`issueId shortId title culprit status substatus level priority type category platform
      logger permalink isUnhandled count userCount firstSeen lastSeen metadata
      assignedTo { assigneeId type name email } annotations { displayName url }
      project { projectId slug name platform }`),
  );
  expect(errors).toBeUndefined();
  expect(data.issue).toEqual({
    issueId: EMBEDDED_ISSUES.python,
    shortId: 'BILLING-1',
    title: "KeyError: 'currency'",
    culprit: 'checkout(billing)',
    status: 'unresolved',
    substatus: 'ongoing',
    level: 'error',
    priority: 'high',
    type: 'error',
    category: 'error',
    platform: 'python',
    logger: null,
    permalink: `https://hellboy-meowmeow.sentry.io/issues/${EMBEDDED_ISSUES.python}/`,
    isUnhandled: false,
    count: 10,
    userCount: 10,
    firstSeen: '2020-04-18T19:55:00.000000Z',
    lastSeen: '2020-06-17T20:00:00.000000Z',
    metadata: { value: "KeyError: 'currency'", type: 'Error' },
    assignedTo: {
      assigneeId: '550747',
      type: 'user',
      name: 'Hell Boy',
      email: 'hell@boy.cat',
    },
    annotations: [{ displayName: 'BILL-12', url: 'https://tracker.example.com/BILL-12' }],
    project: {
      projectId: expect.stringMatching(/^\d+$/),
      slug: 'billing',
      name: 'billing',
      platform: 'python',
    },
  });
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('the latest, oldest and recommended events and an event by ID are events of the issue', async () => {
  await using gateway = await startGateway();
  const EVENT = '{ eventId dateCreated entries { type } }';
  const { data } = await gateway.execute(
    issue(`latestEvent ${EVENT} oldestEvent ${EVENT} recommendedEvent ${EVENT}`),
  );
  const { latestEvent, oldestEvent, recommendedEvent } = data.issue;
  expect(latestEvent.dateCreated).toBe('2020-06-17T20:00:00.000000Z');
  expect(oldestEvent.dateCreated).toBe('2020-04-18T19:55:00.000000Z');
  expect(recommendedEvent.eventId).toBe(latestEvent.eventId);
  expect(latestEvent.entries.map(({ type }: { type: string }) => type)).toEqual([
    'exception',
    'breadcrumbs',
    'request',
  ]);

  const again = await gateway.execute(
    issue(
      `a: event(id: "${oldestEvent.eventId}") ${EVENT} b: event(id: "${'0'.repeat(32)}") ${EVENT}`,
    ),
  );
  expect(again.errors).toBeUndefined();
  expect(again.data.issue).toEqual({ a: oldestEvent, b: null });
});

test('values of an unexpected shape are null without an error', async () => {
  await using gateway = await startGateway({
    intercept: () => ({
      status: 200,
      body: JSON.stringify({
        id: EMBEDDED_ISSUES.python,
        title: { a: 1 },
        count: 'many',
        userCount: [],
        isUnhandled: 'yes',
        project: 7,
        annotations: [null, 'text', { displayName: 3 }],
        metadata: 'text',
      }),
    }),
  });
  const { data, errors } = await gateway.execute(
    issue(
      'title count userCount isUnhandled project { slug } annotations { displayName } metadata',
    ),
  );
  expect(errors).toBeUndefined();
  expect(data.issue).toEqual({
    title: null,
    count: null,
    userCount: null,
    isUnhandled: null,
    project: null,
    annotations: [{ displayName: 'text' }, { displayName: null }],
    metadata: 'text',
  });
});

const EVENT_ID = 'e'.repeat(32);

test.each(['x', 'latest', '', 7, 'f'.repeat(33)])(
  'a server whose IDs of events are %j is not blamed on the caller',
  async (id) => {
    const bodies: Readonly<Record<string, object>> = {
      'events/latest': { eventID: EVENT_ID, entries: [], nextEventID: id, previousEventID: id },
      hashes: [{ id: '1'.repeat(32), latestEvent: { eventID: id, title: 'Light' } }],
    };
    await using gateway = await startGateway({
      intercept: ({ path }) => {
        const end = Object.keys(bodies).find((name) => path.endsWith(`/${name}/`));
        return end === undefined ? undefined : { status: 200, body: JSON.stringify(bodies[end]) };
      },
    });
    const { data, errors } = await gateway.execute(
      issue(
        'latestEvent { nextEvent { title } previousEvent { title } } hashes { nodes { latestEvent { title size } } }',
      ),
    );
    expect(errors).toBeUndefined();
    expect(data.issue).toEqual({
      latestEvent: { nextEvent: null, previousEvent: null },
      hashes: { nodes: [{ latestEvent: { title: 'Light', size: null } }] },
    });
  },
);

test('the values of a tag take one request a page, also under several aliases', async () => {
  await using gateway = await startGateway();
  const execution = await gateway.execute(
    `{ issue(organization: "hellboy-meowmeow", id: "${EMBEDDED_ISSUES.twenty}") {
      tagValues(key: "user", first: 3) { nodes { value name count } pageInfo { hasNextPage } }
      again: tagValues(key: "user", first: 3) { edges { node { value } } }
    } }`,
    {},
    { 'x-sentry-graphql-cost': 'true' },
  );
  expect(execution.errors).toBeUndefined();
  const { tagValues, again } = execution.data.issue;
  expect(tagValues).toMatchObject({ pageInfo: { hasNextPage: true } });
  expect(tagValues.nodes).toHaveLength(3);
  expect(tagValues.nodes[0]).toEqual({
    value: expect.stringMatching(/^id:10\d\d$/),
    name: null,
    count: 3,
  });
  expect(again.edges.map(({ node }: { node: { value: string } }) => node.value)).toEqual(
    tagValues.nodes.map(({ value }: { value: string }) => value),
  );
  expect(gateway.upstream.requests.map(({ url }) => url)).toEqual([
    `/api/0/organizations/hellboy-meowmeow/issues/${EMBEDDED_ISSUES.twenty}/tags/user/values/?sort=count&per_page=3`,
  ]);
});

test('the list continues after a value of 200 characters that are not Latin', async () => {
  const values = ['字', '符'].map((character) => character.repeat(200));
  const body = JSON.stringify(values.map((value) => ({ value })));
  await using gateway = await startGateway({ intercept: () => ({ status: 200, body }) });
  const page = async (args: string) => {
    const { data, errors } = await gateway.execute(
      `{ issue(organization: "o", id: "1") { tagValues(key: "user"${args}) { edges { cursor node { value } } } } }`,
    );
    expect(errors).toBeUndefined();
    return data.issue.tagValues.edges;
  };
  const [{ cursor }] = await page('');
  expect(await page(`, after: "${cursor}"`)).toMatchObject([{ node: { value: values[1] } }]);
});

test.each(['..', 'a/b', 'a b', ''])(
  '%j is not the key of a tag: refused without a request',
  async (key) => {
    await using gateway = await startGateway();
    const { data, errors } = await gateway.execute(
      `query ($key: String!) { issue(organization: "hellboy-meowmeow", id: "${EMBEDDED_ISSUES.twenty}") { tagValues(key: $key) { nodes { value } } } }`,
      { key },
    );
    expect(data).toEqual({ issue: { tagValues: null } });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(gateway.upstream.requests).toEqual([]);
  },
);
