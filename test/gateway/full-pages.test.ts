import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { recordFreedMemory } from '../harness/freed-memory.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

/*
 * Since September 2026, Sentry returns at most ten rows in a page of full events, whatever `per_page` is
 * (getsentry/sentry#122718, #123694).
 */

const ORGANIZATION = 'hellboy-meowmeow';
const ISSUE = '1341191803';
const EVENT = 'latestEvent { eventId size }';

const page = (args: string, selection = `nodes { hash ${EVENT} }`) =>
  `{ issue(organization: "${ORGANIZATION}", id: "${ISSUE}") { hashes(${args}) { ${selection} pageInfo { hasNextPage endCursor } } } }`;

async function countRequests(gateway: TestGateway, query: string) {
  gateway.upstream.forgetRequests();
  const { data, errors } = await gateway.execute(query);
  expect(errors).toBeUndefined();
  return { data, requests: gateway.upstream.requests.length };
}

/** A gateway that has received a short page from its server. */
async function startTaught() {
  const gateway = await startGateway({ dialect: 'sentry-2026-09' });
  const { data } = await gateway.execute(page('first: 100'));
  expect(data.issue.hashes.nodes).toHaveLength(100);
  return gateway;
}

test('100 full hashes are ten requests: in parallel, where the list is known to be so long', async () => {
  const held: (() => void)[] = [];
  let expected = 0;
  await using gateway = await startGateway({
    dialect: 'sentry-2026-09',
    intercept: ({ query }) =>
      expected === 10 || query.has('cursor')
        ? new Promise((resolve) => {
            held.push(() => resolve(undefined));
            if (held.length === expected) {
              for (const release of held.splice(0)) {
                release();
              }
            }
          })
        : undefined,
  });
  // The size of a page, and of the list, are not known at first.
  for (expected of [9, 10]) {
    const { data, requests } = await countRequests(gateway, page('first: 100'));
    expect(data.issue.hashes.nodes).toHaveLength(100);
    expect(requests).toBe(10);
  }
});

test('an issue with few hashes takes one request', async () => {
  await using gateway = await startTaught();
  const { data, requests } = await countRequests(
    gateway,
    page('first: 100').replace(ISSUE, EMBEDDED_ISSUES.one),
  );
  expect(data.issue.hashes.nodes).toHaveLength(1);
  expect(requests).toBe(1);
});

test('250 full hashes in pages of 100 are 27 requests: two are the rows of cursors', async () => {
  await using gateway = await startTaught();
  const walk = async () => {
    const hashes: string[] = [];
    const requests: number[] = [];
    let after = '';
    for (let hasNext = true; hasNext; ) {
      const read = await countRequests(gateway, page(`first: 100${after}`));
      const { nodes, pageInfo } = read.data.issue.hashes;
      requests.push(read.requests);
      hashes.push(...nodes.map(({ hash }: { readonly hash: string }) => hash));
      expect(nodes.every((node: { latestEvent: object }) => node.latestEvent)).toBe(true);
      hasNext = pageInfo.hasNextPage;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(new Set(hashes).size).toBe(250);
    return requests;
  };
  // A page after a cursor also requests its row, which shows whether the list has changed.
  expect(await walk()).toEqual([10, 11, 6]);
  expect(await walk()).toEqual([10, 11, 6]);
});

test('the last 60 full hashes are those that find the end, and six pages of full events', async () => {
  await using gateway = await startTaught();
  const light = await countRequests(gateway, page('last: 60', 'nodes { hash }'));
  const known = await countRequests(gateway, page('last: 60'));
  expect(known.data.issue.hashes.nodes).toHaveLength(60);
  expect([light.requests, known.requests]).toEqual([12, 2 + 6]);
});

test('50 events by their global IDs are five requests', async () => {
  await using gateway = await startTaught();
  const { data } = await gateway.execute(page('first: 50', 'nodes { latestEvent { id } }'));
  const ids = data.issue.hashes.nodes.map(
    ({ latestEvent }: { readonly latestEvent: { readonly id: string } }) => latestEvent.id,
  );
  gateway.upstream.forgetRequests();
  const events = await gateway.execute(
    'query Events($ids: [ID!]!) { nodes(ids: $ids) { ... on Event { eventId size } } }',
    { ids },
  );
  expect(events.errors).toBeUndefined();
  expect(events.data.nodes).toHaveLength(50);
  expect(events.data.nodes.every((event: object | null) => event !== null)).toBe(true);
  expect(gateway.upstream.requests).toHaveLength(5);
});

test('a server whose full pages have 100 rows gets one request', async () => {
  await using gateway = await startGateway({ dialect: 'sentry-2026' });
  const { data, requests } = await countRequests(gateway, page('first: 100'));
  expect(data.issue.hashes.nodes).toHaveLength(100);
  expect(requests).toBe(1);
});

test('light pages have 100 rows on every server', async () => {
  await using gateway = await startTaught();
  const { data, requests } = await countRequests(gateway, page('first: 100', 'nodes { hash }'));
  expect(data.issue.hashes.nodes).toHaveLength(100);
  expect(requests).toBe(1);
});

test('the memory of a large page is freed when it is parsed, before a garbage collection', async () => {
  const freed = recordFreedMemory();
  await using gateway = await startGateway();
  const { data } = await countRequests(gateway, page('first: 100'));
  expect(data.issue.hashes.nodes).toHaveLength(100);
  expect(freed).toHaveLength(1);
  expect(freed[0]).toBeGreaterThan(500_000);
});

test('the memory of a short page, which its connection may share, is not freed', async () => {
  const freed = recordFreedMemory();
  await using gateway = await startGateway();
  const { data } = await countRequests(gateway, page('first: 5'));
  expect(data.issue.hashes.nodes).toHaveLength(5);
  expect(freed).toEqual([]);
});
