import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIALECT_NAMES } from '../../embedded-sentry/dialect.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

/*
 * Sentry reads the event of each row of a hash list by itself, which takes it 10 to 50 ms. So the end of a list is
 * found by requests for single rows.
 */

const ORGANIZATION = 'hellboy-meowmeow';
const { main, one, twenty, hundredAndOne, thousand } = EMBEDDED_ISSUES;

/** Rows that nobody needs, in a page at the start of the list or at its end. */
const SPARE_ROWS = 15;

const hashesOf = (issue: string, selection: string) =>
  `{ issue(organization: "${ORGANIZATION}", id: "${issue}") { hashes${selection} } }`;

/** The connection, and the `per_page` of each request for the list. */
async function read(gateway: TestGateway, issue: string, selection: string) {
  gateway.upstream.forgetRequests();
  const { data, errors } = await gateway.execute(hashesOf(issue, selection));
  expect(errors).toBeUndefined();
  const sizes = gateway.upstream.requests
    .filter(({ url }) => url.includes('/hashes/'))
    .map(({ url }) => Number(/per_page=(\d+)/.exec(url)?.[1]));
  return { hashes: data.issue.hashes, sizes };
}

describe.each(DIALECT_NAMES.filter((name) => name !== 'glitchtip'))('over %s', (dialect) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({ dialect });
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  test.each([
    // Their page ends the list.
    [one, 1, 0],
    [twenty, 20, 0],
    [hundredAndOne, 101, 10],
    [main, 250, 10],
    [thousand, 1_000, 13],
  ])(
    'the hashes of the issue %s are counted to %i with %i requests beside its page, and then with one',
    async (issue, total, requests) => {
      const { hashes, sizes } = await read(gateway, issue, '{ totalCount }');
      expect(hashes.totalCount).toBe(total);
      const [page, ...search] = sizes;
      expect(page).toBe(20);
      expect(search).toHaveLength(requests);
      expect(search.slice(0, -1).every((size) => size === 1)).toBe(true);
      expect(search.at(-1) ?? 0).toBeLessThanOrEqual(1 + SPARE_ROWS);

      const again = await read(gateway, issue, '{ totalCount }');
      expect(again.hashes).toEqual(hashes);
      expect(again.sizes).toEqual(requests === 0 ? [20] : [20, 1 + SPARE_ROWS]);
    },
  );

  test('the last hashes are one page, whose full events come in one batch', async () => {
    const issue = EMBEDDED_ISSUES.hundred;
    const selection = '(last: 3) { totalCount nodes { hash latestEvent { size } } }';
    const { hashes, sizes } = await read(gateway, issue, selection);
    expect(hashes.totalCount).toBe(100);
    expect(hashes.nodes.map((node: { latestEvent: object }) => node.latestEvent)).toEqual(
      Array(3).fill({ size: expect.any(Number) }),
    );
    expect([sizes[0], sizes.at(-1)]).toEqual([SPARE_ROWS, 3 + SPARE_ROWS]);
    expect(sizes.slice(1, -1).every((size) => size === 1)).toBe(true);
    // Some versions send full events in any case.
    expect(gateway.upstream.requests.length - sizes.length).toBeLessThanOrEqual(1);
  });

  test('`last` without `before` of a list of at most 15 hashes takes one request', async () => {
    const { hashes, sizes } = await read(gateway, one, '(last: 20) { totalCount nodes { hash } }');
    expect(hashes.totalCount).toBe(1);
    expect(sizes).toEqual([SPARE_ROWS]);
  });
});

test('up to 80 more events are counted with one request: Sentry reads those of a page together', async () => {
  await using gateway = await startGateway();
  const events = async (issue: string, selection: string) => {
    gateway.upstream.forgetRequests();
    const query = hashesOf(issue, '').replace('hashes', `events${selection}`);
    const { data, errors } = await gateway.execute(query);
    expect(errors).toBeUndefined();
    const { totalCount } = data.issue.events;
    return { totalCount, requests: gateway.upstream.requests.length };
  };
  expect(await events(twenty, '(first: 3) { totalCount }')).toEqual({
    totalCount: 30,
    requests: 2,
  });
  const { totalCount, requests } = await events(main, '(first: 3) { totalCount }');
  expect(totalCount).toBeGreaterThan(250);
  expect(requests).toBeLessThanOrEqual(11);
});

test('three rows are requested side by side', async () => {
  const held: (() => void)[] = [];
  await using gateway = await startGateway({
    // Answers only if three requests have arrived.
    intercept: ({ query }) =>
      query.get('per_page') === '1'
        ? new Promise((resolve) => {
            held.push(() => resolve(undefined));
            for (const release of held.length === 3 ? held.splice(0) : []) {
              release();
            }
          })
        : undefined,
  });
  const { hashes } = await read(gateway, thousand, '{ totalCount }');
  expect(hashes.totalCount).toBe(1_000);
});

test('a list that shrinks or grows after it was counted is counted anew', async () => {
  await using gateway = await startGateway();
  await read(gateway, main, '{ totalCount nodes { hash } }');
  const { hashes } = await read(gateway, main, '(last: 40) { nodes { hash } }');
  const moved = hashes.nodes.map(({ hash }: { readonly hash: string }) => hash);
  const { upstream } = gateway;
  const rest = `${upstream.url}/api/0/organizations/${ORGANIZATION}/issues/${main}/hashes/`;
  const headers = { authorization: `Bearer ${upstream.token}` };
  const ids = moved.map((hash: string) => `id=${hash}`).join('&');
  await fetch(`${rest}?${ids}`, { method: 'PUT', headers });
  const isThere = async () => {
    const response = await fetch(`${rest}?full=0&per_page=1&cursor=0:210:0`, { headers });
    return ((await response.json()) as readonly object[]).length > 0;
  };
  await expect.poll(isThere, { interval: 5 }).toBe(false);
  expect((await read(gateway, main, '{ totalCount }')).hashes.totalCount).toBe(210);
});
