import { expect, test } from 'vitest';
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
