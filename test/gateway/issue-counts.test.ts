import { describe, expect, test } from 'vitest';
import { createDataset } from '../../embedded-sentry/dataset.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { startGateway } from '../harness/gateway.ts';

const { main } = EMBEDDED_ISSUES;
const COUNTS = 'count userCount firstSeen lastSeen';
const list = (args: string) =>
  `{ organization(slug: "hellboy-meowmeow") { issues(${args}) { nodes { ${COUNTS} filtered { ${COUNTS} } lifetime { ${COUNTS} } } } } }`;

test('a list whose search restricts events has counts of these events, and none otherwise', async () => {
  await using gateway = await startGateway();
  const nodesOf = async (args: string) => {
    const { data, errors } = await gateway.execute(list(args));
    expect(errors).toBeUndefined();
    return data.organization.issues.nodes;
  };
  for (const { filtered, lifetime } of await nodesOf('first: 3, query: "level:error"')) {
    expect(filtered).toEqual(lifetime);
    expect(filtered.count).toBeGreaterThan(0);
  }
  for (const { filtered, lifetime, ...own } of await nodesOf('first: 3, query: "is:unresolved"')) {
    expect(filtered).toBeNull();
    expect(lifetime).toEqual(own);
  }
  // One request for each list.
  expect(gateway.upstream.requests).toHaveLength(2);
});

test('outside a list, the counts of a lifetime are those of the issue, from one request', async () => {
  await using gateway = await startGateway();
  const { data } = await gateway.execute(
    `{ issue(organization: "hellboy-meowmeow", id: "${main}") { ${COUNTS} filtered { count } lifetime { ${COUNTS} } } }`,
  );
  const { filtered, lifetime, ...own } = data.issue;
  expect([filtered, lifetime]).toEqual([null, own]);
  expect(own.count).toBeGreaterThan(250);
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('counts of the list and of a lifetime are different in a time range', async () => {
  await using gateway = await startGateway({
    intercept: ({ path }) =>
      path.endsWith('/issues/')
        ? {
            status: 200,
            body: JSON.stringify([
              {
                id: '1',
                count: '3',
                userCount: 2,
                lifetime: {
                  count: '9007199254740991',
                  userCount: 5,
                  firstSeen: '2019-01-01T00:00:00Z',
                },
                filtered: { count: '1', userCount: 1 },
              },
            ]),
          }
        : undefined,
  });
  const { data } = await gateway.execute(list('first: 1, statsPeriod: "24h"'));
  expect(data.organization.issues.nodes).toEqual([
    {
      count: 3,
      userCount: 2,
      firstSeen: null,
      lastSeen: null,
      filtered: { count: 1, userCount: 1, firstSeen: null, lastSeen: null },
      lifetime: {
        count: 9_007_199_254_740_991,
        userCount: 5,
        firstSeen: '2019-01-01T00:00:00Z',
        lastSeen: null,
      },
    },
  ]);
});

const points = (nodes: readonly { readonly trend: readonly { readonly count: number }[] }[]) =>
  nodes.map(({ trend }) => trend.map(({ count }) => count));
const sum = (counts: readonly number[]) => counts.reduce((one, other) => one + other, 0);
const trendList = (selection: string, args = 'first: 20, query: ""') =>
  `{ organization(slug: "hellboy-meowmeow") { issues(${args}) { ${selection} } } }`;

describe('events over time', () => {
  test.each([
    ['24h', 24, ''],
    ['14d', 14, 'groupStatsPeriod=14d'],
  ])('for %s, they come with the list, in %i points', async (period, length, parameter) => {
    await using gateway = await startGateway();
    const { data, errors } = await gateway.execute(
      `query ($period: String) ${trendList('edges { node { count trend(period: $period) { start count } } } nodes { trend(period: $period) { count } }')}`,
      { period },
    );
    expect(errors).toBeUndefined();
    const { edges } = data.organization.issues;
    const [{ node }] = edges;
    expect(node.trend).toHaveLength(length);
    expect(node.trend[1].start).toMatch(/^2020-06-\d\dT\d\d:00:00.000Z$/);
    const total = sum(node.trend.map(({ count }: { count: number }) => count));
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(node.count);
    expect(gateway.upstream.requests).toHaveLength(1);
    expect(gateway.upstream.requests[0]?.url).toContain(parameter);
  });

  test('for two periods, one of them takes one more request for all issues of the list', async () => {
    await using gateway = await startGateway();
    const { data } = await gateway.execute(
      trendList('nodes { day: trend { count } weeks: trend(period: "14d") { count } }'),
    );
    for (const { day, weeks } of data.organization.issues.nodes) {
      expect([day.length, weeks.length]).toEqual([24, 14]);
    }
    expect(gateway.upstream.requests.map(({ path }) => path.split('/').at(-2))).toEqual([
      'issues',
      'issues-stats',
    ]);
  });

  test('of the last day come with the detail of an issue; those of two weeks take one request', async () => {
    await using gateway = await startGateway();
    const issue = (period: string) =>
      `{ issue(organization: "hellboy-meowmeow", id: "${main}") { title trend(period: "${period}") { count } } }`;
    const day = await gateway.execute(issue('24h'));
    expect(gateway.upstream.requests).toHaveLength(1);
    const weeks = await gateway.execute(issue('14d'));
    expect(gateway.upstream.requests).toHaveLength(1 + 2);
    expect([day, weeks].map(({ data }) => data.issue.trend.length)).toEqual([24, 14]);
  });

  test('are the same from the list and from the counts of issues', async () => {
    await using gateway = await startGateway();
    const weeks = 'nodes { trend(period: "14d") { count } }';
    const both = 'nodes { day: trend { count } trend(period: "14d") { count } }';
    const [fromList, fromCounts] = await Promise.all(
      [weeks, both].map(async (selection) => {
        const { data } = await gateway.execute(trendList(selection));
        return points(data.organization.issues.nodes);
      }),
    );
    expect(fromCounts).toEqual(fromList);
  });

  test('of another period are refused with the valid ones', async () => {
    await using gateway = await startGateway();
    const { data, errors } = await gateway.execute(
      trendList('nodes { title trend(period: "7d") { count } }', 'first: 1'),
    );
    expect(data.organization.issues.nodes[0]).toEqual({ title: expect.any(String), trend: null });
    expect(errors).toMatchObject([
      {
        message: '`period`: "7d" is not a valid choice; use 24h or 14d.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  test('of an issue that does not exist are NOT_FOUND', async () => {
    await using gateway = await startGateway();
    const { data, errors } = await gateway.execute(
      '{ issue(organization: "hellboy-meowmeow", id: "404404404") { trend(period: "14d") { count } } }',
    );
    expect(data.issue).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('counts of the events that match a search', () => {
  const FILTERED = 'filtered(query: "environment:staging") { count userCount firstSeen }';

  test('take one request for 100 issues, wherever these come from', async () => {
    await using gateway = await startGateway();
    const { data, errors } = await gateway.execute(
      trendList(`nodes { count filtered { count } staging: ${FILTERED} }`, 'first: 100, query: ""'),
    );
    expect(errors).toBeUndefined();
    const nodes: readonly {
      readonly count: number;
      readonly filtered: null;
      readonly staging: { readonly count: number };
    }[] = data.organization.issues.nodes;
    expect(nodes.length).toBeGreaterThan(10);
    for (const { count, filtered, staging } of nodes) {
      expect(filtered).toBeNull();
      expect(staging.count).toBeLessThanOrEqual(count);
    }
    expect(nodes.some(({ count, staging }) => staging.count > 0 && staging.count < count)).toBe(
      true,
    );
    expect(gateway.upstream.requests).toHaveLength(2);
    gateway.upstream.forgetRequests();
    const alone = await gateway.execute(
      `{ issue(organization: "hellboy-meowmeow", id: "CHECKOUT-1") { issueId ${FILTERED} } }`,
    );
    expect(alone.data.issue.filtered.count).toBeGreaterThan(0);
    expect(gateway.upstream.requests.at(-1)?.url).toContain(`groups=${alone.data.issue.issueId}`);
  });

  test('are null for a search that does not restrict events', async () => {
    await using gateway = await startGateway();
    const { data, errors } = await gateway.execute(
      trendList('nodes { filtered(query: "is:resolved") { count } }', 'first: 2'),
    );
    expect(errors).toBeUndefined();
    expect(data.organization.issues.nodes).toEqual([{ filtered: null }, { filtered: null }]);
  });
});

describe('a server that counts for 25 issues at once', () => {
  test('is asked for 25 at a time from the first refusal on', async () => {
    const extraRows = Array.from({ length: 40 }, (_, index) => ({
      id: String(1_341_230_000 + index),
      organization: 'hellboy-meowmeow' as const,
      project: 'checkout',
      number: `Y${index}`,
      title: 'Error: one of many',
      platform: 'go' as const,
      hashes: 1,
    }));
    await using gateway = await startGateway({
      dialect: 'sentry-2025',
      dataset: createDataset({ extraRows }),
    });
    const query = trendList(
      'nodes { filtered(query: "level:error") { count } }',
      'first: 40, query: "one of many"',
    );
    const requests = async () => {
      gateway.upstream.forgetRequests();
      const { data, errors } = await gateway.execute(query);
      expect(errors).toBeUndefined();
      expect(data.organization.issues.nodes).toHaveLength(40);
      return gateway.upstream.requests.filter(({ path }) => path.endsWith('/issues-stats/')).length;
    };
    expect(await requests()).toBe(1 + 2);
    expect(await requests()).toBe(2);
  });
});

test('counts that are not a list, or not of the period, are a bad response', async () => {
  for (const body of ['{}', '[{"id": "1", "stats": {"24h": []}}]']) {
    await using gateway = await startGateway({
      intercept: ({ path }) =>
        path.endsWith('/issues-stats/') ? { status: 200, body } : undefined,
    });
    const { errors } = await gateway.execute(
      trendList('nodes { day: trend { count } trend(period: "14d") { count } }', 'first: 1'),
    );
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }]);
  }
});
