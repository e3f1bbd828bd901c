import { describe, expect, test } from 'vitest';
import type { Execution } from '../harness/gateway.ts';
import { askSentry, ISSUES, type RealGateway, startRealGateway } from './real-sentry.ts';

/* Lookups by a name, an ID or a hash, and the number of their requests. */

const { issueId, shortId, eventId } = ISSUES.python;
const UPPER_CASE = eventId.toUpperCase();
const WITH_DASHES = eventId.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

interface Found extends Execution {
  /** Paths and query strings of the requests to Sentry. */
  readonly requests: readonly string[];
}

/** Reads fields of the organization through a new gateway. */
async function find(fields: string): Promise<Found> {
  await using gateway = await startRealGateway();
  const { data, ...rest } = await gateway.execute(`{ organization(slug: "acme") { ${fields} } }`);
  return { ...rest, data: data?.organization, requests: requestsOf(gateway) };
}

const requestsOf = ({ proxy }: RealGateway) =>
  proxy.exchanges.map(({ path, query }) => `${path}?${query}`);

async function findNode(name: string, type: string, key: string): Promise<void> {
  await using gateway = await startRealGateway();
  const found = await gateway.execute(`{ organization(slug: "acme") { ${name} { id ${key} } } }`);
  const [object] = Object.values<{ id: string }>(found.data.organization);
  const { data, errors } = await gateway.execute(
    `query ($id: ID!) { node(id: $id) { ... on ${type} { id ${key} } } }`,
    { id: object?.id },
  );
  expect(errors).toBeUndefined();
  expect(data.node).toEqual(object);
}

describe('issues', () => {
  test.each([
    ['numeric ID', issueId],
    ['short ID', shortId],
    ['short ID in lower case', shortId.toLowerCase()],
  ])('an issue is found by its %s', async (_name, id) => {
    const { data, errors, requests } = await find(`issue(id: "${id}") { issueId shortId }`);
    expect(errors).toBeUndefined();
    expect(data.issue).toEqual({ issueId, shortId });
    expect(requests).toHaveLength(1);
  });

  test('an issue is found again by its global ID', () =>
    findNode(`issue(id: "${issueId}")`, 'Issue', 'shortId'));

  test('the ID of a merged issue returns the surviving issue', async () => {
    const { data } = await find('issue(id: "87") { issueId shortId title }');
    const { issueId, shortId } = ISSUES['many-hashes'];
    expect(data.issue).toMatchObject({ issueId, shortId });
  });

  test.each([
    ['is unknown', '99999'],
    ['is of another organization', ISSUES.others.issueId],
    ['has a short ID that is unknown', 'BACKEND-ZZZ'],
  ])('an issue that %s is NOT_FOUND', async (_name, id) => {
    const { data, errors } = await find(`issue(id: "${id}") { title }`);
    expect(data.issue).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test.each(['9223372036854775808', '9999999999999999999001'])(
    'the ID %s, which Sentry cannot store, is NOT_FOUND without a request',
    async (id) => {
      const { errors, requests } = await find(`issue(id: "${id}") { title }`);
      expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
      expect(requests).toEqual([]);
    },
  );

  test('an ID that Sentry cannot store does not affect the issues beside it', async () => {
    const { data } = await find(
      `good: issue(id: "${issueId}") { shortId } bad: issue(id: "9999999999999999999001") { title }`,
    );
    expect(data).toEqual({ good: { shortId }, bad: null });
  });

  test('thirty IDs that Sentry cannot store do not open the circuit breaker', async () => {
    await using gateway = await startRealGateway();
    for (let number = 0; number < 30; number += 1) {
      await gateway.execute(
        `{ issue(organization: "acme", id: "99999999999999999990${number + 10}") { title } }`,
      );
    }
    const { errors } = await gateway.execute(
      `{ issue(organization: "acme", id: "${issueId}") { title } }`,
    );
    expect(errors).toBeUndefined();
  });

  test('a project ID that Sentry cannot store is a mistake of the caller', async () => {
    const { errors } = await find('issues(project: ["9999999999999999999"]) { nodes { id } }');
    expect(errors?.[0]?.extensions.code).not.toMatch(/^UPSTREAM|INTERNAL/);
  });
});

describe('hashes', () => {
  // Sentry 23.7 ignores `hashes=` and lists the whole project.
  test('a hash that does not exist has no issue', async () => {
    const { data } = await find(
      `project(slug: "backend") { issueByHash(hash: "${'0'.repeat(31)}1") { shortId } }`,
    );
    expect(data.project.issueByHash).toBeNull();
  });

  test('a server that cannot search by hash gets one request', async () => {
    await using gateway = await startRealGateway();
    const hashes = (await askSentry(`/organizations/acme/issues/86/hashes/?per_page=20`)).body;
    const ask = () =>
      gateway.execute(
        `query ($hashes: [String!]!) {
          organization(slug: "acme") {
            project(slug: "backend") { issuesByHash(hashes: $hashes) { hash issue { shortId } } }
          }
        }`,
        { hashes: hashes.map(({ id }: { id: string }) => id) },
      );
    const first = await ask();
    expect(new Set(first.errors?.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['UNSUPPORTED_BY_UPSTREAM']),
    );
    expect(gateway.proxy.exchanges).toHaveLength(1);
    await ask();
    expect(gateway.proxy.exchanges).toHaveLength(1);
  });

  test('a hash is found again by its global ID', async () => {
    await using gateway = await startRealGateway();
    const { data } = await gateway.execute(
      '{ issue(organization: "acme", id: "86") { hashes(first: 3) { nodes { id hash } } } }',
    );
    const last = data.issue.hashes.nodes[2];
    const again = await gateway.execute(
      'query ($id: ID!) { node(id: $id) { id ... on IssueHash { hash } } }',
      { id: last.id },
    );
    expect(again.errors).toBeUndefined();
    expect(again.data.node).toEqual(last);
  });
});

describe('events', () => {
  test('an event is found by its ID through its issue, its project and its organization', async () => {
    const { data, errors } = await find(
      `issue(id: "${issueId}") { event(id: "${eventId}") { eventId title } }
      project(slug: "backend") { event(id: "${eventId}") { eventId title } }
      event(id: "${eventId}") { eventId title }`,
    );
    expect(errors).toBeUndefined();
    expect([data.issue.event, data.project.event, data.event]).toEqual(
      Array(3).fill({ eventId, title: 'ValueError: flux capacitor missing ✗' }),
    );
  });

  test('an event is found again by its global ID', () =>
    findNode(`event(id: "${eventId}")`, 'Event', 'eventId'));

  test.each([
    ['upper case', UPPER_CASE],
    ['dashes', WITH_DASHES],
  ])("an issue's event is found by an ID with %s", async (_name, id) => {
    const { data } = await find(`issue(id: "${issueId}") { event(id: "${id}") { eventId } }`);
    expect(data.issue.event).toEqual({ eventId });
  });

  test("a project's event is found by an ID in upper case", async () => {
    const { data } = await find(
      `project(slug: "backend") { event(id: "${UPPER_CASE}") { eventId } }`,
    );
    expect(data.project.event).toEqual({ eventId });
  });

  test("a project's event is found by an ID with dashes", async () => {
    const { data } = await find(
      `project(slug: "backend") { event(id: "${WITH_DASHES}") { eventId } }`,
    );
    expect(data.project.event).toEqual({ eventId });
  });

  test.each([
    ['upper case', UPPER_CASE],
    ['dashes', WITH_DASHES],
  ])("an organization's event is found by an ID with %s", async (_name, id) => {
    const { data } = await find(`event(id: "${id}") { eventId }`);
    expect(data.event).toEqual({ eventId });
  });

  test.each([
    ['issue', `issue(id: "${issueId}")`],
    ['project', 'project(slug: "backend")'],
  ])('an event that does not exist is null in its %s', async (_name, parent) => {
    const { data, errors } = await find(
      `parent: ${parent} { event(id: "${'0'.repeat(32)}") { title } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.parent.event).toBeNull();
  });

  test('a hash whose event body is gone has no latest event, and is listed', async () => {
    const { data, errors } = await find(
      `issue(id: "${ISSUES['body-gone'].issueId}") { hashes { nodes { hash latestEvent { title } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.issue.hashes.nodes).toEqual([
      { hash: expect.stringMatching(/^[0-9a-f]{32}$/), latestEvent: null },
    ]);
  });

  test('an event of the issue platform has its occurrence', async () => {
    const { data } = await find(
      `issue(id: "${ISSUES.occurrence.issueId}") { latestEvent { occurrence { issueTitle } } }`,
    );
    expect(data.issue.latestEvent.occurrence.issueTitle).toBe('File I/O on Main Thread');
  });

  test('integers beyond 2^53 arrive digit for digit', async () => {
    await using gateway = await startRealGateway();
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `{ issue(organization: "acme", id: "${issueId}") { latestEvent { extra raw } } }`,
      }),
    });
    const text = await response.text();
    // 12345678901234567890 as Sentry stored it, in `extra`; and 2^53 + 1, in variables of frames.
    expect(text.split('-6101065172474983726')).toHaveLength(3);
    expect(text).toContain('"big":9007199254740993');
  });

  // Sentry 23.7 has no such route: 404 without JSON.
  test('a recommended event is unsupported if the server lacks the route', async () => {
    const { data, errors } = await find(`issue(id: "${issueId}") { recommendedEvent { title } }`);
    expect(data.issue.recommendedEvent).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'UNSUPPORTED_BY_UPSTREAM' } }]);
  });
});

describe('projects', () => {
  test('a project is found by its slug', async () => {
    const { data } = await find('project(slug: "frontend") { slug name }');
    expect(data.project).toEqual({ slug: 'frontend', name: 'Fröntend' });
  });

  test("an issue's project is requested by its slug", async () => {
    const { data, errors } = await find(`issue(id: "${issueId}") { project { slug dateCreated } }`);
    expect(errors).toBeUndefined();
    const { dateCreated } = (await askSentry('/projects/acme/backend/')).body;
    expect(data.issue.project).toEqual({ slug: 'backend', dateCreated });
  });

  test('a project is found again by its global ID', () =>
    findNode('project(slug: "frontend")', 'Project', 'slug'));

  test('a project is found by its number', async () => {
    const { data } = await find('project(slug: "2") { slug }');
    expect(data.project).toEqual({ slug: 'backend' });
  });

  test("an event's project has its slug", async () => {
    const { data } = await find(
      `issue(id: "${issueId}") { latestEvent { project { slug } } }
      event(id: "${eventId}") { project { slug } }`,
    );
    expect(data.issue.latestEvent.project).toEqual({ slug: 'backend' });
    expect(data.event.project).toEqual({ slug: 'backend' });
  });
});

describe('requests', () => {
  test.each([
    ['newest event', `issue(id: "${issueId}") { latestEvent { title } }`],
    ['event by ID', `issue(id: "${shortId}") { event(id: "${eventId}") { title } }`],
  ])("an issue's %s takes one request", async (_name, field) => {
    const { errors, requests } = await find(field);
    expect(errors).toBeUndefined();
    expect(requests).toHaveLength(1);
  });

  test.each([
    [
      'issues with seven fields of their own pages',
      `issues(first: 10, query: "") { nodes {
        tags { key } activity { type } seenBy { name } participants { name } userReportCount stats
        firstRelease { version } lastRelease { version }
      } }`,
      11,
    ],
    [
      'projects with seven fields of their own pages',
      `projects(first: 10) { nodes {
        dateCreated status isMember hasAccess isBookmarked features firstEvent
      } }`,
      7,
    ],
    [
      'events with four fields of their own pages',
      `issue(id: "${ISSUES['many-hashes'].issueId}") { events(first: 15) { nodes {
        release { version } userReport { name } resolvedWith sdkUpdates
      } } }`,
      17,
    ],
  ])('%s take one request each', async (_name, field, most) => {
    const { errors, requests } = await find(field);
    expect(errors).toBeUndefined();
    expect(requests.length).toBeLessThanOrEqual(most);
  });
});
