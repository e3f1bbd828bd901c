import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  askSentry,
  ISSUES,
  issueGlobalId,
  type RealGateway,
  resetRealSentry,
  runSql,
  startRealGateway,
} from './real-sentry.ts';

/* Fields that people read while they sort issues out. Rows of integrations and of files are written into the database. */

const { issueId, eventId } = ISSUES.python;
let gateway: RealGateway;
beforeAll(async () => {
  await runSql(`
    insert into sentry_file (id, name, type, timestamp, headers, size, checksum) values
      (901, 'screenshot.png', 'event.attachment', '2026-01-01T03:00:00Z', '{"Content-Type": "image/png"}', 2048,
       'da39a3ee5e6b4b0d3255bfef95601890afd80709');
    insert into sentry_eventattachment (id, project_id, group_id, event_id, name, date_added, file_id, type)
      select 901, project_id, id, '${eventId}', 'screenshot.png', '2026-01-01T03:00:00Z', 901, 'event.attachment'
      from sentry_groupedmessage where id = ${issueId};
    insert into sentry_commitfilechange (organization_id, filename, type, commit_id)
      select organization_id, 'app/views.py', 'M', id from sentry_commit where key = '${'a'.repeat(40)}';
    insert into sentry_platformexternalissue (id, group_id, project_id, service_type, display_name, web_url, date_added)
      select 901, id, project_id, 'clickup', 'Shop#31', 'https://app.clickup.com/t/31', now()
      from sentry_groupedmessage where id = ${issueId};
    insert into sentry_integration (id, provider, external_id, name, metadata, status, date_added, date_updated) values
      (901, 'github', '77', 'acme', '{"domain_name": "github.com/acme"}', 0, now(), now());
    insert into sentry_organizationintegration (config, status, integration_id, organization_id, date_added, date_updated)
      select '{}', 0, 901, id, now(), now() from sentry_organization where slug = 'acme';
    insert into sentry_externalissue (id, organization_id, integration_id, key, date_added, title, metadata)
      select 901, id, 901, 'acme/backend#7', now(), 'Flux missing', '{}' from sentry_organization where slug = 'acme';
    insert into sentry_grouplink (group_id, project_id, linked_type, linked_id, relationship, data, datetime)
      select id, project_id, 3, 901, 2, '{}', now() from sentry_groupedmessage where id = ${issueId};
  `);
  gateway = await startRealGateway();
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await resetRealSentry();
});

async function ask(query: string, variables?: Record<string, unknown>) {
  gateway.proxy.forget();
  const { data, errors } = await gateway.execute(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

const issue = async (selection: string, id = issueId) =>
  (await ask(`{ issue(organization: "acme", id: "${id}") { ${selection} } }`)).issue;

test('the attachments of an event are listed', async () => {
  const { latestEvent } = await issue(
    'latestEvent { attachments { attachmentId name type mimetype size sha1 headers path } }',
  );
  expect(latestEvent.attachments).toEqual([
    {
      attachmentId: '901',
      name: 'screenshot.png',
      type: 'event.attachment',
      mimetype: 'image/png',
      size: 2_048,
      sha1: 'da39a3ee5e6b4b0d3255bfef95601890afd80709',
      headers: { 'Content-Type': 'image/png' },
      path: `/api/0/projects/acme/backend/events/${eventId}/attachments/901/?download=1`,
    },
  ]);
  const none = await issue('latestEvent { attachments { name } }', ISSUES.javascript.issueId);
  expect(none.latestEvent.attachments).toEqual([]);
});

test('the suspect commit of an event has its author; an event without a release has none', async () => {
  const selection =
    'latestEvent { suspectCommits { commitId message reason repository author { name email } } }';
  const { latestEvent } = await issue(selection);
  expect(latestEvent.suspectCommits).toEqual([
    {
      commitId: 'a'.repeat(40),
      message: 'Fix the flux\n\nFixes #1',
      reason: 'via commit in release',
      repository: 'acme/backend',
      author: { name: 'Mel Member', email: 'mel@example.com' },
    },
  ]);
  const none = await issue(selection, ISSUES.fingerprint.issueId);
  expect(none.latestEvent.suspectCommits).toEqual([]);
});

test('tickets of integrations and of Sentry apps are listed', async () => {
  const { externalIssues } = await issue('externalIssues { service displayName title url }');
  expect(externalIssues).toEqual([
    {
      service: 'github',
      displayName: 'acme/backend#7',
      title: 'Flux missing',
      url: 'https://github.com/acme/backend/issues/7',
    },
    {
      service: 'clickup',
      displayName: 'Shop#31',
      title: null,
      url: 'https://app.clickup.com/t/31',
    },
  ]);
});

test('the values of a tag are paged, also those of users; an unknown tag is NOT_FOUND', async () => {
  const page = async (args: string) =>
    (
      await issue(
        `tagValues(${args}) { nodes { value name count firstSeen } pageInfo { endCursor hasNextPage } }`,
      )
    ).tagValues;
  expect((await page('key: "environment"')).nodes).toMatchObject([
    { value: 'production', name: 'production', count: 6 },
  ]);
  const seen: string[] = [];
  let after = '';
  for (let hasMore = true; hasMore; ) {
    const { nodes, pageInfo } = await page(`key: "user", first: 4${after}`);
    seen.push(...nodes.map(({ value }: { value: string }) => value));
    after = `, after: "${pageInfo.endCursor}"`;
    hasMore = pageInfo.hasNextPage;
  }
  expect(seen.sort()).toEqual(['id:40', 'id:41', 'id:42', 'id:43', 'id:44', 'id:45']);
  const { errors } = await gateway.execute(
    `{ issue(organization: "acme", id: "${issueId}") { tagValues(key: "no-such-tag") { nodes { value } } } }`,
  );
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('the organizations of the token are listed with their names, for one request', async () => {
  const { organizations } = await ask('{ organizations { nodes { slug name organizationId } } }');
  expect(organizations.nodes).toEqual([
    { slug: 'acme', name: 'Acme Inc', organizationId: expect.stringMatching(/^\d+$/) },
  ]);
  expect(gateway.proxy.exchanges).toHaveLength(1);
});

test('events over time come with the list, and in batches of 25 elsewhere', async () => {
  const list = (selection: string) =>
    ask(
      `{ organization(slug: "acme") { issues(first: 60, query: "small issue") { nodes { count ${selection} } } } }`,
    );
  type Nodes = readonly {
    readonly trend: readonly { readonly count: number }[];
    readonly day: readonly unknown[];
  }[];
  const weeks: Nodes = (await list('trend(period: "14d") { start count }')).organization.issues
    .nodes;
  expect(gateway.proxy.exchanges).toHaveLength(1);
  expect(new Set(weeks.map(({ trend }) => trend.length))).toEqual(new Set([14]));
  const both: Nodes = (await list('day: trend { count } trend(period: "14d") { start count }'))
    .organization.issues.nodes;
  expect(new Set(both.map(({ day }) => day.length))).toEqual(new Set([24]));
  expect(both.map(({ trend }) => trend)).toEqual(weeks.map(({ trend }) => trend));
  const sent = gateway.proxy.exchanges.map(
    ({ path, status }) => `${path.split('/').at(-2)} ${status}`,
  );
  expect(sent.sort()).toEqual([
    'issues 200',
    ...Array(3).fill('issues-stats 200'),
    'issues-stats 400',
  ]);
});

test('events that match a search are counted, also outside a list', async () => {
  const found = await issue(
    'count one: filtered(query: "user.id:45") { count userCount } none: filtered(query: "environment:staging") { count } issues: filtered(query: "is:resolved") { count }',
  );
  expect(found).toEqual({
    count: 6,
    one: { count: 1, userCount: 1 },
    none: { count: 0 },
    issues: null,
  });
});

test('events and projects are counted', async () => {
  const { events, some } = await issue(
    'events(first: 2) { totalCount } some: events(first: 1, query: "user.id:45") { totalCount }',
  );
  expect([events.totalCount, some.totalCount]).toEqual([6, 1]);
  const { organization } = await ask(
    '{ organization(slug: "acme") { projects { totalCount } page: projects(first: 2) { totalCount } } }',
  );
  const projects = (await askSentry('/organizations/acme/projects/')).body;
  expect(organization).toEqual({
    projects: { totalCount: projects.length },
    page: { totalCount: null },
  });
});

test('the grouping of an event has the fingerprint, or the frames that count', async () => {
  const grouping =
    'hashes { nodes { hash grouping { variant { type hash fingerprint { values } contributingValues { path value } } } } }';
  const { hashes } = await issue(grouping, ISSUES.fingerprint.issueId);
  expect(hashes.nodes[0].grouping.variant).toMatchObject({
    type: 'custom_fingerprint',
    hash: hashes.nodes[0].hash,
    fingerprint: { values: ['my-group', 'ü'] },
  });
  const python = (await issue(grouping)).hashes.nodes[0];
  expect(python.grouping.variant).toMatchObject({ type: 'component', hash: python.hash });
  expect(python.grouping.variant.contributingValues).toContainEqual({
    path: expect.arrayContaining(['frame', 'function']),
    value: 'handler',
  });
  const bare = (await issue(grouping, ISSUES.bare.issueId)).hashes.nodes[0];
  expect(bare.grouping.variant).toMatchObject({ type: 'fallback', contributingValues: [] });
});

test('a note is added once', async () => {
  const add = (through = gateway) =>
    through.execute(
      'mutation ($input: AddIssueNoteInput!) { addIssueNote(input: $input) { note { text user { name } } issue { activity(types: ["note"]) { ... on NoteActivity { text } } } } }',
      { input: { issue: issueGlobalId(issueId), text: 'Seen in **production**' } },
    );
  const { data, errors } = await add();
  expect(errors).toBeUndefined();
  expect(data.addIssueNote.note).toEqual({
    text: 'Seen in **production**',
    user: { name: 'Ada Owner' },
  });
  expect(data.addIssueNote.issue.activity[0]).toEqual({ text: 'Seen in **production**' });
  expect((await add()).errors).toMatchObject([
    { message: 'You have already posted that comment.', extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  await using reader = await startRealGateway({ token: 'read-only' });
  expect((await add(reader)).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN', requiredScope: 'event:write' } },
  ]);
});
