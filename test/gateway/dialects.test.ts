import { describe, expect, test } from 'vitest';
import { createDataset } from '../../embedded-sentry/dataset.ts';
import { DIALECT_NAMES, type DialectName } from '../../embedded-sentry/dialect.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import type { ReplacementAnswer } from '../../embedded-sentry/server.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { type Execution, startGateway, type TestGateway } from '../harness/gateway.ts';

/* What the gateway learns from responses of a server, and the features of each kind of server. */

const ORGANIZATION = 'hellboy-meowmeow';
const { main, twenty, five, python, native, goneEvent } = EMBEDDED_ISSUES;
const issueQuery = (selection: string, id: string = main) =>
  `{ issue(organization: "${ORGANIZATION}", id: "${id}") { ${selection} } }`;
const log = (gateway: TestGateway) =>
  gateway.upstream.requests.map(({ method, url }) =>
    `${method} ${url}`.replace(`/api/0/organizations/${ORGANIZATION}`, ''),
  );
const idOf = (issue: string) => encodeGlobalId('Issue', ORGANIZATION, issue);
const eventIdOf = (issue: string, event: string) =>
  encodeGlobalId('Event', ORGANIZATION, issue, event);

async function ask(gateway: TestGateway, query: string, variables?: Record<string, unknown>) {
  gateway.upstream.forgetRequests();
  const { data, errors } = await gateway.execute(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

async function refusalOf(
  gateway: TestGateway,
  query: string,
  variables?: Record<string, unknown>,
  headers?: Record<string, string>,
) {
  const { errors } = await gateway.execute(query, variables, headers);
  expect(errors).toHaveLength(1);
  return { code: errors?.[0]?.extensions.code, message: errors?.[0]?.message };
}

const LIGHT = issueQuery('hashes(first: 3) { nodes { latestEvent { title } } }');
const hashes = `GET /issues/${main}/hashes/?`;

test('after a server returned full events for `full=0`, requests have `full=`', async () => {
  await using gateway = await startGateway({ dialect: 'sentry-2025' });
  await ask(gateway, LIGHT);
  expect(log(gateway)).toEqual([`${hashes}full=0&per_page=3`]);
  await ask(gateway, LIGHT);
  await ask(gateway, LIGHT);
  expect(log(gateway)).toEqual([`${hashes}full=&per_page=3`]);
});

test('a server that always returns full events gets requests with `full=0`', async () => {
  await using gateway = await startGateway({ dialect: 'sentry-2024' });
  for (const full of ['0', '', '0', '0']) {
    await ask(gateway, LIGHT);
    expect(log(gateway)).toEqual([`${hashes}full=${full}&per_page=3`]);
  }
});

test('full events that were not requested are used, without another request', async () => {
  await using gateway = await startGateway({ dialect: 'sentry-2024' });
  const data = await ask(
    gateway,
    issueQuery(
      'hashes(last: 3) { nodes { latestEvent { size entries { type } } } }',
      EMBEDDED_ISSUES.five,
    ),
  );
  expect(data.issue.hashes.nodes).toHaveLength(3);
  expect(data.issue.hashes.nodes[0].latestEvent.size).toBeTypeOf('number');
  expect(log(gateway)).toHaveLength(1);
});

test('light events returned for full ones are fetched in one more batch', async () => {
  await using gateway = await startGateway({ dialect: 'sentry-2024-light' });
  const data = await ask(
    gateway,
    issueQuery('hashes(first: 40) { nodes { latestEvent { size } } }'),
  );
  expect(
    data.issue.hashes.nodes.every(
      (node: { latestEvent: { size: unknown } }) => typeof node.latestEvent.size === 'number',
    ),
  ).toBe(true);
  expect(log(gateway)).toEqual([
    `${hashes}full=1&per_page=40`,
    expect.stringContaining(`GET /issues/${main}/events/?full=1`),
  ]);
});

test("the first list of a GlitchTip is requested twice, the second time with GlitchTip's page size", async () => {
  await using gateway = await startGateway({ dialect: 'glitchtip' });
  const data = await ask(gateway, issueQuery('hashes(first: 3) { nodes { hash } }'));
  expect(data.issue.hashes.nodes).toHaveLength(3);
  expect(log(gateway)).toEqual([`${hashes}full=0&per_page=3`, `${hashes}limit=3`]);
  await ask(gateway, issueQuery('hashes(first: 60) { nodes { hash } }'));
  expect(log(gateway)).toEqual([`${hashes}limit=60`]);
});

test('a server that replaces another kind is detected by its third response, not by one', async () => {
  await using sentry = await startGateway();
  let isReplaced = false;
  await using gateway = await startGateway({
    dialect: 'glitchtip',
    intercept: ({ url, headers }) =>
      isReplaced ? forward(`${sentry.upstream.url}${url}`, headers.authorization) : undefined,
  });
  const asked = async () => {
    gateway.upstream.forgetRequests();
    await gateway.execute(LIGHT);
    return log(gateway);
  };
  await asked();
  isReplaced = true;
  expect(await asked()).toEqual([`${hashes}limit=3`]);
  isReplaced = false;
  await asked();
  isReplaced = true;
  for (let answer = 1; answer <= 3; answer += 1) {
    expect(await asked()).toEqual([`${hashes}limit=3`]);
  }
  const data = await ask(gateway, LIGHT);
  expect(data.issue.hashes.nodes).toHaveLength(3);
  expect(log(gateway)).toEqual([expect.stringContaining('per_page=3')]);
  await ask(gateway, issueQuery('title'));
  expect(log(gateway)).toEqual([`GET /issues/${main}/`]);
});

async function forward(url: string, authorization = ''): Promise<ReplacementAnswer> {
  const response = await fetch(url, { headers: { authorization } });
  const link = response.headers.get('link');
  const headers = link === null ? {} : { link };
  return { status: response.status, headers, body: await response.text() };
}

/** The beginning of the refusal. Sentry 23.7 ignores `hashes=` and lists all issues of the project. */
const WITHOUT_SEARCH_BY_HASH: Readonly<Partial<Record<DialectName, RegExp>>> = {
  'sentry-2023': /^This version of Sentry cannot find /,
  glitchtip: /^GlitchTip cannot find /,
};

const inProject = (selection: string) =>
  `{ organization(slug: "${ORGANIZATION}") { slug project(slug: "checkout") { ${selection} } } }`;
const byHash = (hash = '') => inProject(`issueByHash(hash: "${hash}") { issueId }`);
const UNKNOWN_HASH = 'a'.repeat(32);

async function expectToFindHashes(gateway: TestGateway, [hash]: readonly string[]) {
  const found = await ask(gateway, byHash(hash));
  expect(found.organization.project.issueByHash).toEqual({ issueId: twenty });
  const none = await ask(gateway, byHash(UNKNOWN_HASH));
  expect(none.organization.project.issueByHash).toBeNull();
}

async function expectToRefuseHashes(
  gateway: TestGateway,
  hashes: readonly string[],
  words: RegExp,
) {
  const { code, message } = await refusalOf(gateway, byHash(hashes[0]));
  expect(code).toBe('UNSUPPORTED_BY_UPSTREAM');
  expect(message).toMatch(words);
  gateway.upstream.forgetRequests();
  const byHashes = inProject(`issuesByHash(hashes: ${JSON.stringify(hashes)}) { issue { title } }`);
  for (const query of [byHash(UNKNOWN_HASH), byHashes]) {
    const { errors } = await gateway.execute(query);
    expect(errors?.map(({ extensions }) => extensions.code)).toContain('UNSUPPORTED_BY_UPSTREAM');
  }
  expect(log(gateway).filter((request) => request.includes('hashes='))).toEqual([]);
}

describe.each(DIALECT_NAMES)('over %s', (dialect: DialectName) => {
  const isGlitchTip = dialect === 'glitchtip';
  const isOld = /^sentry-202[34]/.test(dialect);
  /** A page of full events has ten rows. */
  const hasShortPages = dialect === 'sentry-2026-09';

  test('an issue has its fields, alone and in a batch', async () => {
    await using gateway = await startGateway({ dialect });
    const one = await ask(gateway, issueQuery('title shortId status count project { slug }'));
    expect(one.issue).toMatchObject({
      title: 'This is an example Python exception',
      shortId: 'CHECKOUT-1',
      status: 'unresolved',
      project: { slug: 'checkout' },
    });
    const many = await ask(
      gateway,
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Issue { issueId title } } }',
      { ids: [main, twenty, python].map(idOf) },
    );
    expect(many.nodes.map(({ issueId }: { issueId: string }) => issueId)).toEqual([
      main,
      twenty,
      python,
    ]);
    expect(log(gateway)).toHaveLength(1);
  });

  test('an issue that does not exist is NOT_FOUND, also if only its hashes are selected', async () => {
    await using gateway = await startGateway({ dialect });
    for (const selection of ['title', 'hashes { nodes { hash } }', 'id']) {
      expect(await refusalOf(gateway, issueQuery(selection, '404404404'))).toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    const empty = await ask(
      gateway,
      issueQuery('hashes { totalCount nodes { hash } }', EMBEDDED_ISSUES.empty),
    );
    expect(empty.issue.hashes).toEqual({ totalCount: 0, nodes: [] });
  });

  test('a short ID works, or is refused with a clear message', async () => {
    for (const selection of [
      'title',
      'hashes(first: 1) { nodes { hash } }',
      'latestEvent { title }',
    ]) {
      await using gateway = await startGateway({ dialect });
      const query = issueQuery(selection, 'CHECKOUT-1');
      if (isGlitchTip) {
        expect(await refusalOf(gateway, query)).toEqual({
          code: 'BAD_USER_INPUT',
          message:
            'GlitchTip finds issues only by number; expected one such as "123" instead of "CHECKOUT-1".',
        });
      } else {
        expect((await ask(gateway, query)).issue).toBeTruthy();
      }
    }
  });

  test('events are found by their IDs, in one batch or with one request each', async () => {
    await using gateway = await startGateway({ dialect });
    const page = await ask(
      gateway,
      issueQuery('hashes(first: 12) { nodes { latestEvent { id eventId } } }'),
    );
    const events = page.issue.hashes.nodes.map(
      (node: { latestEvent: { id: string; eventId: string } }) => node.latestEvent,
    );
    await using fresh = await startGateway({ dialect });
    const query =
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Event { eventId sdk { name } } } }';
    for (const asking of [fresh, gateway]) {
      const data = await ask(asking, query, { ids: events.map(({ id }: { id: string }) => id) });
      expect(data.nodes.map(({ eventId }: { eventId: string }) => eventId)).toEqual(
        events.map(({ eventId }: { eventId: string }) => eventId),
      );
    }
    expect(log(gateway)).toHaveLength(isGlitchTip ? 13 : hasShortPages ? 2 : 1);
  });

  test('an event of another issue, or an unknown one, is null', async () => {
    await using gateway = await startGateway({ dialect });
    const page = await ask(
      gateway,
      issueQuery('hashes(first: 1) { nodes { latestEvent { eventId } } }', twenty),
    );
    const { eventId } = page.issue.hashes.nodes[0].latestEvent;
    const data = await ask(gateway, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [eventIdOf(main, eventId), eventIdOf(main, 'f'.repeat(32))],
    });
    expect(data.nodes).toEqual([null, null]);
  });

  test('the latest event is found', async () => {
    for (const isFirstContact of [true, false]) {
      await using gateway = await startGateway({ dialect });
      if (!isFirstContact) {
        await ask(gateway, LIGHT);
      }
      const data = await ask(gateway, issueQuery('latestEvent { eventId size } title', twenty));
      expect(data.issue.latestEvent.eventId).toMatch(/^[0-9a-f]{32}$/);
    }
  });

  test('only events of an issue: their own requests show whether the issue exists', async () => {
    const events = ['latestEvent', 'oldestEvent', 'event'];
    const query = (name: string, issue: string) =>
      issueQuery(
        `${name}${name === 'event' ? `(id: "${'f'.repeat(32)}")` : ''} { eventId }`,
        issue,
      );
    for (const name of events) {
      await using gateway = await startGateway({ dialect });
      expect(await ask(gateway, query(name, EMBEDDED_ISSUES.empty))).toEqual({
        issue: { [name]: null },
      });
      expect(await refusalOf(gateway, query(name, '404404404'))).toMatchObject({
        code: 'NOT_FOUND',
      });
      if (name !== 'event') {
        const data = await ask(gateway, query(name, main));
        expect(data.issue[name].eventId).toMatch(/^[0-9a-f]{32}$/);
        expect(log(gateway)).toHaveLength(isGlitchTip ? 2 : 1);
      }
    }
  });

  test('the oldest event is found', async () => {
    await using gateway = await startGateway({ dialect });
    const oldest = issueQuery('oldestEvent { eventId } title', twenty);
    expect((await ask(gateway, oldest)).issue.oldestEvent.eventId).toBeTypeOf('string');
  });

  test('an event has its neighbours, however it was found', async () => {
    for (const isFirstContact of [true, false]) {
      await using gateway = await startGateway({ dialect });
      const page = await ask(
        gateway,
        issueQuery('hashes(first: 2) { nodes { latestEvent { id eventId } } }'),
      );
      const [{ latestEvent: one }, { latestEvent: other }] = page.issue.hashes.nodes;
      await using asked = await startGateway({ dialect });
      if (!isFirstContact) {
        await ask(asked, LIGHT);
      }
      const own = 'release { version } previousEvent { eventId nextEvent { eventId } }';
      const data = await ask(
        asked,
        `query ($ids: [ID!]!) {
          nodes(ids: $ids) { ... on Event { eventId ${own} } }
          issue(organization: "${ORGANIZATION}", id: "${main}") {
            project { event(id: "${one.eventId}") { eventId ${own} } }
          }
        }`,
        { ids: [one.id, other.id] },
      );
      for (const event of [...data.nodes, data.issue.project.event]) {
        expect(event.previousEvent.nextEvent).toEqual({ eventId: event.eventId });
        expect(event.release?.version).toBeTypeOf('string');
      }
    }
  });

  test('events of an issue are listed', async () => {
    for (const isFirstContact of [true, false]) {
      await using gateway = await startGateway({ dialect });
      if (!isFirstContact) {
        await ask(gateway, LIGHT);
      }
      const data = await ask(gateway, issueQuery('title events(first: 2) { nodes { eventId } }'));
      expect(data.issue.events.nodes).toHaveLength(2);
    }
  });

  test('tickets that an issue is linked to are listed, or are unsupported', async () => {
    await using gateway = await startGateway({ dialect });
    const query = issueQuery(
      'externalIssues { externalIssueId service displayName title url }',
      python,
    );
    if (isGlitchTip) {
      expect(await refusalOf(gateway, query)).toEqual({
        code: 'UNSUPPORTED_BY_UPSTREAM',
        message: 'GlitchTip cannot link an issue to tickets of other systems.',
      });
      return;
    }
    const { issue } = await ask(gateway, query);
    expect(issue.externalIssues).toEqual([
      {
        externalIssueId: '61',
        service: 'jira',
        displayName: 'SHOP-7',
        title: 'Refunds fail',
        url: 'https://acme.atlassian.net/browse/SHOP-7',
      },
      {
        externalIssueId: '1',
        service: 'clickup',
        displayName: 'Shop#31',
        title: null,
        url: 'https://app.clickup.com/t/31',
      },
    ]);
    expect(gateway.upstream.requests.map(({ path }) => path.split('/').at(-2)).sort()).toEqual([
      'external-issues',
      'integrations',
    ]);
  });

  test('the attachments of an event are listed, or are unsupported', async () => {
    await using gateway = await startGateway({ dialect });
    const query = issueQuery('latestEvent { attachments { name size } }', native);
    if (isGlitchTip) {
      expect(await refusalOf(gateway, query)).toEqual({
        code: 'UNSUPPORTED_BY_UPSTREAM',
        message: 'GlitchTip cannot list the attachments of an event.',
      });
      return;
    }
    const { issue } = await ask(gateway, query);
    expect(issue.latestEvent.attachments).toEqual([
      { name: 'minidump.dmp', size: 9_400 },
      { name: 'screenshot.png', size: 2_048 },
    ]);
    expect(gateway.upstream.requests).toHaveLength(dialect === 'sentry-2023' ? 1 + 3 : 1 + 1);
  });

  test('suspect commits are listed, or none, or are unsupported', async () => {
    await using gateway = await startGateway({ dialect });
    const query = (id: string) =>
      issueQuery('latestEvent { suspectCommits { repository author { name } } }', id);
    if (isGlitchTip) {
      expect(await refusalOf(gateway, query(python))).toEqual({
        code: 'UNSUPPORTED_BY_UPSTREAM',
        message: 'GlitchTip cannot find the commits that may have caused an issue.',
      });
      return;
    }
    const commit = { repository: 'acme/shop', author: { name: 'Hell Boy' } };
    const { issue } = await ask(gateway, query(python));
    expect(issue.latestEvent.suspectCommits).toEqual([commit]);
    const other = await ask(gateway, query(twenty));
    expect(other.issue.latestEvent.suspectCommits).toEqual([]);
  });

  test('events over time are counted by hour and by day', async () => {
    await using gateway = await startGateway({ dialect });
    const selection =
      'count day: trend { start count } weeks: trend(period: "14d") { start count }';
    const { issue } = await ask(gateway, issueQuery(selection, twenty));
    const sum = (points: readonly { readonly count: number }[]) =>
      points.reduce((total, { count }) => total + count, 0);
    for (const [points, length, stepMs] of [
      [issue.day, 24, 3_600_000],
      [issue.weeks, 14, 86_400_000],
    ]) {
      // GlitchTip leaves out hours and days without events.
      expect(points.length).toBeLessThanOrEqual(length);
      expect(points.length === length || isGlitchTip).toBe(true);
      expect(sum(points)).toBeGreaterThan(0);
      expect(sum(points)).toBeLessThanOrEqual(issue.count);
      for (const { start } of points) {
        expect(Date.parse(start) % stepMs).toBe(0);
      }
    }
    const list = `{ organization(slug: "${ORGANIZATION}") { issues(first: 5, query: "") { nodes { trend(period: "14d") { count } } } } }`;
    await ask(gateway, list);
    expect(gateway.upstream.requests).toHaveLength(isGlitchTip ? 2 : 1);
  });

  test('events that match a search are counted, or are unsupported', async () => {
    await using gateway = await startGateway({ dialect });
    const query = issueQuery('count filtered(query: "environment:staging") { count }', twenty);
    if (isGlitchTip) {
      expect(await refusalOf(gateway, query)).toEqual({
        code: 'UNSUPPORTED_BY_UPSTREAM',
        message: 'GlitchTip does not count the events of an issue that match a search.',
      });
      return;
    }
    const { issue } = await ask(gateway, query);
    expect(issue).toEqual({ count: 30, filtered: { count: 9 } });
  });

  test('events are counted as their list restricts them', async () => {
    await using gateway = await startGateway({ dialect });
    const { issue } = await ask(
      gateway,
      issueQuery('count events(first: 3) { totalCount }', twenty),
    );
    expect(issue).toEqual({ count: 30, events: { totalCount: 30 } });
    const all = await ask(gateway, issueQuery('events(first: 100) { totalCount }', twenty));
    expect(all.issue.events.totalCount).toBe(30);
    if (!isGlitchTip) {
      expect(gateway.upstream.requests).toHaveLength(1);
      const some = 'events(first: 3, environment: "staging") { totalCount }';
      const restricted = await ask(gateway, issueQuery(some, twenty));
      expect(restricted.issue.events.totalCount).toBe(9);
    }
  });

  test('projects are counted where a page has all of them, or the server counts', async () => {
    await using gateway = await startGateway({ dialect });
    const count = async (args: string) => {
      const { organization } = await ask(
        gateway,
        `{ organization(slug: "${ORGANIZATION}") { projects(${args}) { totalCount nodes { slug } } } }`,
      );
      expect(gateway.upstream.requests.length).toBeLessThan(3);
      return [organization.projects.totalCount, organization.projects.nodes.length];
    };
    const [all, rows] = await count('first: 100');
    expect(all).toBe(rows);
    expect(await count('first: 2')).toEqual([isGlitchTip ? all : null, 2]);
    expect(await count('first: 0')).toEqual([isGlitchTip ? all : null, 0]);
  });

  test('the values of a tag are paged, the most frequent first', async () => {
    await using gateway = await startGateway({ dialect });
    const page = async (args: string) => {
      const data = await ask(
        gateway,
        issueQuery(
          `tagValues(${args}) { nodes { value name count lastSeen } pageInfo { endCursor hasNextPage } }`,
          twenty,
        ),
      );
      return data.issue.tagValues;
    };
    const key = 'key: "environment"';
    const seen = isGlitchTip ? null : expect.stringMatching(/^2020-06-1/);
    const all = [
      { value: 'prod', name: 'prod', count: 21, lastSeen: seen },
      { value: 'staging', name: 'staging', count: 9, lastSeen: seen },
    ];
    expect((await page(key)).nodes).toEqual(all);
    const { nodes, pageInfo } = await page(`${key}, first: 1`);
    expect({ nodes, more: pageInfo.hasNextPage }).toEqual({ nodes: [all[0]], more: true });
    const next = await page(`${key}, first: 1, after: "${pageInfo.endCursor}"`);
    expect({ nodes: next.nodes, more: next.pageInfo.hasNextPage }).toEqual({
      nodes: [all[1]],
      more: false,
    });
    if (!isGlitchTip) {
      expect(gateway.upstream.requests).toHaveLength(1);
    }
    const unknown = await refusalOf(
      gateway,
      issueQuery('tagValues(key: "no-such-tag") { nodes { value } }', twenty),
    );
    expect(unknown.code).toBe('NOT_FOUND');
    expect(unknown.message).toContain('no-such-tag');
  });

  test('organizations are listed and paged in both directions', async () => {
    await using gateway = await startGateway({ dialect, signIn: 'passThrough' });
    const query = (args: string) =>
      `{ organizations(${args}) { nodes { slug name } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`;
    const page = async (args: string) => {
      const { data, errors } = await gateway.execute(
        query(args),
        {},
        {
          authorization: `Bearer ${TOKENS.bothOrganizations.text}`,
        },
      );
      expect(errors).toBeUndefined();
      return data.organizations;
    };
    const other = { slug: 'other-org', name: 'Other Organization' };
    const hellboy = { slug: ORGANIZATION, name: 'Hellboy Meowmeow' };
    const all = isGlitchTip ? [hellboy, other] : [other, hellboy];
    expect((await page('first: 100')).nodes).toEqual(all);
    expect(gateway.upstream.requests).toHaveLength(1);
    const first = await page('first: 1');
    expect(first).toMatchObject({ nodes: [all[0]], pageInfo: { hasNextPage: true } });
    const second = await page(`first: 1, after: "${first.pageInfo.endCursor}"`);
    expect(second).toMatchObject({ nodes: [all[1]], pageInfo: { hasNextPage: false } });
    const back = await page(`last: 1, before: "${second.pageInfo.startCursor}"`);
    expect(back.nodes).toEqual([all[0]]);
    expect((await page('last: 1')).nodes).toEqual([all[1]]);
  });

  test('projects are listed and paged', async () => {
    await using gateway = await startGateway({ dialect });
    const query = `query ($first: Int!, $after: String) { organization(slug: "${ORGANIZATION}") { projects(first: $first, after: $after) { nodes { slug } pageInfo { endCursor hasNextPage } } } }`;
    const page = async (first: number, after: string | null) =>
      (await ask(gateway, query, { first, after })).organization.projects;
    const all = await page(100, null);
    const seen: unknown[] = [];
    for (let after: string | null = null, hasNext = true; hasNext; ) {
      const { nodes, pageInfo } = await page(1, after);
      seen.push(...nodes);
      ({ endCursor: after, hasNextPage: hasNext } = pageInfo);
    }
    expect(seen).toEqual(all.nodes);
    expect(seen.length).toBeGreaterThan(1);
  });

  test('an event has its fields, and null for those that its server does not have', async () => {
    await using gateway = await startGateway({ dialect });
    const data = await ask(
      gateway,
      issueQuery(
        'hashes(first: 1) { nodes { mergedBySeer seerMatchDistance latestEvent { title projectId size fingerprints sdk { name } entries { type } tags { key value } } } }',
        twenty,
      ),
    );
    const [{ mergedBySeer, latestEvent }] = data.issue.hashes.nodes;
    expect(latestEvent.title).toBe('RangeError: Invalid array length');
    expect(latestEvent.projectId).toMatch(/^\d+$/);
    expect(latestEvent.sdk.name).toBeTypeOf('string');
    expect(latestEvent.entries.length).toBeGreaterThan(0);
    expect(latestEvent.size === null).toBe(isGlitchTip);
    expect(mergedBySeer).toBe(isOld || isGlitchTip ? null : false);
  });

  test('the grouping of a hash has the value that made it, or is unsupported', async () => {
    await using gateway = await startGateway({ dialect });
    const query = issueQuery(
      'hashes(first: 3) { nodes { hash grouping { variant { hash contributingValues { value } } } } }',
      twenty,
    );
    if (isGlitchTip) {
      const { data, errors } = await gateway.execute(query);
      expect(data.issue.hashes.nodes).toHaveLength(3);
      expect(new Set(errors?.map(({ message }) => message))).toEqual(
        new Set(['GlitchTip cannot explain how an event was grouped.']),
      );
      expect(errors?.[0]?.extensions.code).toBe('UNSUPPORTED_BY_UPSTREAM');
      return;
    }
    for (const { hash, grouping } of (await ask(gateway, query)).issue.hashes.nodes) {
      expect(grouping.variant.hash).toBe(hash);
      expect(grouping.variant.contributingValues.length).toBeGreaterThan(0);
    }
  });

  test('a hash whose event is gone has no latest event', async () => {
    await using gateway = await startGateway({ dialect });
    const data = await ask(
      gateway,
      issueQuery('hashes { nodes { latestEvent { size title } } }', goneEvent),
    );
    expect(
      data.issue.hashes.nodes.filter((node: { latestEvent: unknown }) => node.latestEvent === null),
    ).toHaveLength(1);
  });

  test('an unmerge works, with the HTTP method that the server supports', async () => {
    await using gateway = await startGateway({ dialect });
    const list = async () => {
      const data = await ask(gateway, issueQuery('hashes { nodes { hash } }', twenty));
      return data.issue.hashes.nodes.map(({ hash }: { hash: string }) => hash);
    };
    const before = await list();
    const unmerge = (hash: string) =>
      ask(
        gateway,
        'mutation ($input: UnmergeIssueHashesInput!) { unmergeIssueHashes(input: $input) { accepted } }',
        { input: { issue: idOf(twenty), hashes: [hash] } },
      );
    const verbs = () =>
      gateway.upstream.requests.map(({ method }) => method).filter((method) => method !== 'GET');
    await unmerge(before[2]);
    const usesDelete = isOld || isGlitchTip;
    expect(verbs()).toEqual(isGlitchTip ? ['DELETE'] : isOld ? ['PUT', 'DELETE'] : ['PUT']);
    await unmerge(before[5]);
    expect(verbs()).toEqual(usesDelete ? ['DELETE'] : ['PUT']);
    await expect
      .poll(list)
      .toEqual(before.filter((_: string, index: number) => index !== 2 && index !== 5));
  });

  test('the activity of an issue names the new issue of an unmerge', async () => {
    await using gateway = await startGateway({ dialect });
    const data = await ask(gateway, issueQuery('hashes(first: 1) { nodes { hash } }', twenty));
    const [{ hash }] = data.issue.hashes.nodes;
    await ask(
      gateway,
      'mutation ($input: UnmergeIssueHashesInput!) { unmergeIssueHashes(input: $input) { accepted } }',
      { input: { issue: idOf(twenty), hashes: [hash] } },
    );
    const activities = async () =>
      (
        await ask(
          gateway,
          issueQuery(
            'activity(types: ["unmerge_source"]) { ... on UnmergeSourceActivity { hashes destination { hashes { nodes { hash } } } } }',
            twenty,
          ),
        )
      ).issue.activity;
    await expect
      .poll(activities)
      .toEqual(
        isGlitchTip ? null : [{ hashes: [hash], destination: { hashes: { nodes: [{ hash }] } } }],
      );
  });

  test('a merge returns the issue that is left', async () => {
    await using gateway = await startGateway({ dialect });
    const data = await ask(
      gateway,
      'mutation ($input: MergeIssuesInput!) { mergeIssues(input: $input) { parent { issueId hashes { totalCount } } children { issueId } } }',
      { input: { issues: [idOf(five), idOf(twenty)] } },
    );
    const [parent, child] = isGlitchTip ? [five, twenty] : [twenty, five];
    expect(data.mergeIssues).toEqual({
      parent: { issueId: parent, hashes: { totalCount: 25 } },
      children: [{ issueId: child }],
    });
  });

  test('a status can be changed; other changes work or are refused as unsupported', async () => {
    await using gateway = await startGateway({ dialect });
    const update =
      'mutation ($input: UpdateIssueInput!) { updateIssue(input: $input) { issue { status } } }';
    const data = await ask(gateway, update, { input: { issue: idOf(python), status: 'resolved' } });
    expect(data.updateIssue.issue.status).toBe('resolved');
    const input = { issue: idOf(python), priority: 'low' };
    if (isGlitchTip) {
      expect(await refusalOf(gateway, update, { input })).toEqual({
        code: 'UNSUPPORTED_BY_UPSTREAM',
        message: 'GlitchTip does not change `priority` of an issue, only its `status`.',
      });
    } else if (dialect === 'sentry-2023') {
      const both = { ...input, status: 'unresolved' };
      expect(await refusalOf(gateway, update, { input: both })).toEqual({
        code: 'UNSUPPORTED_BY_UPSTREAM',
        message:
          'Sentry accepted the change, but did not set `priority` (it is null). The other fields are set.',
      });
      const { issue } = await ask(gateway, issueQuery('status', python));
      expect(issue).toEqual({ status: 'unresolved' });
    } else {
      await ask(gateway, update, { input });
    }
  });

  test('a note can be added', async () => {
    await using gateway = await startGateway({ dialect });
    const add =
      'mutation ($input: AddIssueNoteInput!) { addIssueNote(input: $input) { note { text } } }';
    const input = { issue: idOf(python), text: 'Seen' };
    expect((await ask(gateway, add, { input })).addIssueNote.note).toEqual({ text: 'Seen' });
  });

  test('issues without users are paged backwards from every edge, by users', async () => {
    const dataset = createDataset();
    for (const [index, issue] of dataset.issues.entries()) {
      dataset.issues[index] = index % 3 === 0 ? { ...issue, users: 0 } : issue;
    }
    await using gateway = await startGateway({ dialect, dataset });
    const query = (args: string) =>
      `{ organization(slug: "${ORGANIZATION}") { issues(query: "", sort: "user", ${args}) {
        edges { cursor node { issueId userCount } }
      } } }`;
    if (isGlitchTip) {
      const { code } = await refusalOf(gateway, query('first: 2'));
      expect(code).toBe('UNSUPPORTED_BY_UPSTREAM');
      return;
    }
    const page = async (args: string) => {
      const { organization } = await ask(gateway, query(args));
      return organization.issues.edges as readonly {
        readonly cursor: string;
        readonly node: { readonly issueId: string; readonly userCount: number };
      }[];
    };
    const all = (await page('first: 100')).map(({ node }) => node);
    const first = all.findIndex(({ userCount }) => userCount === 0);
    expect(first).toBeGreaterThan(0);
    expect(all.length - first).toBeGreaterThan(3);
    const edges = [...(await page('first: 1'))];
    while (edges.length < all.length) {
      edges.push(...(await page(`first: 2, after: "${edges.at(-1)?.cursor}"`)));
    }
    for (const [index, { cursor }] of edges.entries()) {
      const before = await page(`last: 2, before: "${cursor}"`);
      expect(before.map(({ node }) => node)).toEqual(all.slice(Math.max(0, index - 2), index));
    }
  });

  test('issues are listed and paged', async () => {
    await using gateway = await startGateway({ dialect });
    const query = `query ($after: String) { organization(slug: "${ORGANIZATION}") { issues(first: 9, query: "", after: $after) { nodes { issueId } pageInfo { endCursor hasNextPage } } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const data: Execution['data'] = await ask(gateway, query, { after });
      const { issues } = data.organization;
      seen.push(...issues.nodes.map(({ issueId }: { issueId: string }) => issueId));
      after = issues.pageInfo.hasNextPage ? issues.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(25);
  });

  test.each(['first', 'later'])(
    'the issue of a hash is found, or the search is refused as unsupported (%s request)',
    async (order) => {
      await using listing = await startGateway({ dialect });
      const page = await ask(listing, issueQuery('hashes(first: 2) { nodes { hash } }', twenty));
      const hashes = page.issue.hashes.nodes.map(({ hash }: { hash: string }) => hash);
      await using fresh = await startGateway({ dialect });
      const gateway = order === 'first' ? fresh : listing;
      await (WITHOUT_SEARCH_BY_HASH[dialect] === undefined
        ? expectToFindHashes(gateway, hashes)
        : expectToRefuseHashes(gateway, hashes, WITHOUT_SEARCH_BY_HASH[dialect]));
    },
  );

  test('a project is found by its number and its global ID, and from an event', async () => {
    await using gateway = await startGateway({ dialect });
    const found = await ask(
      gateway,
      issueQuery('project { id projectId slug } latestEvent { eventId project { slug } }', twenty),
    );
    const { project, latestEvent } = found.issue;
    expect(latestEvent.project).toEqual({ slug: 'checkout' });
    const again = await ask(
      gateway,
      `query ($id: ID!) {
        node(id: $id) { ... on Project { slug } }
        organization(slug: "${ORGANIZATION}") {
          project(slug: "${project.projectId}") {
            slug event(id: "${latestEvent.eventId}") { eventId }
          }
        }
      }`,
      { id: project.id },
    );
    expect(again.node).toEqual({ slug: 'checkout' });
    expect(again.organization.project).toEqual({
      slug: 'checkout',
      event: { eventId: latestEvent.eventId },
    });
  });

  test('an event is found by its ID in upper case and with dashes', async () => {
    await using gateway = await startGateway({ dialect });
    const page = await ask(gateway, issueQuery('latestEvent { eventId }'));
    const { eventId } = page.issue.latestEvent;
    const dashed = eventId.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    for (const id of [eventId.toUpperCase(), dashed]) {
      const data = await ask(gateway, inProject(`event(id: "${id}") { eventId }`));
      expect(data.organization.project.event).toEqual({ eventId });
      const query = `{ organization(slug: "${ORGANIZATION}") { event(id: "${id}") { eventId } } }`;
      expect((await ask(gateway, query)).organization.event).toEqual({ eventId });
      gateway.upstream.forgetRequests();
      const ofIssue = await ask(gateway, issueQuery(`event(id: "${id}") { eventId }`));
      expect(ofIssue.issue.event).toEqual({ eventId });
      expect(gateway.upstream.requests).toHaveLength(isGlitchTip ? 2 : 1);
    }
  });

  test('a recommended event is found, or its missing route is unsupported', async () => {
    await using gateway = await startGateway({ dialect });
    const query = issueQuery('recommendedEvent { eventId } title', twenty);
    if (isGlitchTip || dialect === 'sentry-2023') {
      expect(await refusalOf(gateway, query)).toMatchObject({ code: 'UNSUPPORTED_BY_UPSTREAM' });
    } else {
      expect((await ask(gateway, query)).issue.recommendedEvent.eventId).toBeTypeOf('string');
    }
  });

  test('an event is found by its ID alone', async () => {
    await using gateway = await startGateway({ dialect });
    const page = await ask(
      gateway,
      issueQuery('hashes(first: 1) { nodes { latestEvent { eventId } } }', twenty),
    );
    const { eventId } = page.issue.hashes.nodes[0].latestEvent;
    const data = await ask(
      gateway,
      `{ organization(slug: "${ORGANIZATION}") { event(id: "${eventId}") { eventId } } }`,
    );
    expect(data.organization.event).toEqual({ eventId });
  });

  test('an unknown token, a missing scope and a foreign organization have their error codes', async () => {
    await using gateway = await startGateway({ dialect, signIn: 'passThrough' });
    const codeFor = async (token: string) =>
      (await refusalOf(gateway, LIGHT, {}, { authorization: `Bearer ${token}` })).code;
    expect(await codeFor('sntryu_unknown')).toBe('UNAUTHENTICATED');
    expect(await codeFor(TOKENS.withoutEvents.text)).toBe('FORBIDDEN');
    expect(await codeFor(TOKENS.outsider.text)).toBe(isGlitchTip ? 'NOT_FOUND' : 'FORBIDDEN');
  });

  test('too many requests are RATE_LIMITED, with a readable message', async () => {
    await using gateway = await startGateway({
      dialect,
      rateLimit: { limit: 0, windowSeconds: 3_600 },
    });
    const { code, message } = await refusalOf(gateway, LIGHT);
    expect(code).toBe('RATE_LIMITED');
    expect(message).toMatch(/too frequently|Please retry later|rate limit is exhausted/);
  });
});

test('on GlitchTip, no field returns an issue of another organization', async () => {
  await using gateway = await startGateway({
    dialect: 'glitchtip',
    // It may read the issue, and GlitchTip's paths of an issue contain no organization.
    env: { SENTRY_AUTH_TOKEN: TOKENS.bothOrganizations.text, CACHE: 'on' },
  });
  await ask(gateway, LIGHT);
  const found = await ask(
    gateway,
    `{ issue(organization: "other-org", id: "${EMBEDDED_ISSUES.foreign}") { latestEvent { eventId } } }`,
  );
  const { eventId } = found.issue.latestEvent;
  for (const selection of [
    'title',
    'latestEvent { title }',
    'oldestEvent { title }',
    'hashes { nodes { hash } }',
    'events { nodes { title } }',
    `event(id: "${eventId}") { title }`,
    'tags { key }',
    'userReportCount',
    'stats',
    'raw',
  ]) {
    const { code } = await refusalOf(gateway, issueQuery(selection, EMBEDDED_ISSUES.foreign));
    expect(code, selection).toBe('NOT_FOUND');
  }
  const byId = await gateway.execute(
    `query ($id: ID!) {
      node(id: $id) { id }
      organization(slug: "${ORGANIZATION}") { event(id: "${eventId}") { title } }
    }`,
    { id: eventIdOf(EMBEDDED_ISSUES.foreign, eventId) },
  );
  expect(byId.data).toEqual({ node: null, organization: { event: null } });
});
