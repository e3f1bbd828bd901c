import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

/* Sentry reads the event of each row of a hash list by itself, one after the other. */

const { main, one, thousand } = EMBEDDED_ISSUES;

/** So slow that 100 rows take longer than `SENTRY_SPLIT_PAGES_OVER_MS`, and so do ten. */
const SLOW_MS = 5;
const SPLIT = { SENTRY_SPLIT_PAGES_OVER_MS: '1' };

const query = (issue: string, args = 'first: 100') =>
  `{ issue(organization: "hellboy-meowmeow", id: "${issue}") { hashes(${args}) { nodes { hash } pageInfo { hasNextPage } } } }`;

/** A gateway over a server that answers hash lists late, and that has sent one page of 100. */
async function startOverSlowServer(env: Readonly<Record<string, string>>) {
  const gateway = await startGateway({
    env,
    intercept: () => new Promise((resolve) => setTimeout(() => resolve(undefined), SLOW_MS)),
  });
  const { hashes } = await read(gateway, query(main));
  return { gateway, hashes };
}

async function read(gateway: TestGateway, text: string) {
  gateway.upstream.forgetRequests();
  const { data, errors } = await gateway.execute(text);
  expect(errors).toBeUndefined();
  const sizes = gateway.upstream.requests.map(({ url }) => Number(/per_page=(\d+)/.exec(url)?.[1]));
  return { hashes: data.issue.hashes, sizes };
}

test('a page that would take too long is requested in parts of at least ten rows, with the same rows', async () => {
  const { gateway, hashes } = await startOverSlowServer(SPLIT);
  await using _ = gateway;
  const again = await read(gateway, query(main));
  expect(again.sizes).toEqual(Array(10).fill(10));
  expect(again.hashes).toEqual(hashes);
  const after = await read(gateway, query(thousand, 'first: 20'));
  expect(after.sizes).toEqual([10, 10]);
  expect(after.hashes.nodes).toHaveLength(20);
});

test('a list that ends in its first part takes one request', async () => {
  const { gateway } = await startOverSlowServer(SPLIT);
  await using _ = gateway;
  expect((await read(gateway, query(one))).sizes).toEqual([10]);
});

test('where the limit of requests has no room for the parts, the page is whole', async () => {
  const { gateway } = await startOverSlowServer({ ...SPLIT, MAX_UPSTREAM_REQUESTS: '10' });
  await using _ = gateway;
  // One is measured for the issue, and one for the page: nine more are too many.
  expect((await read(gateway, query(main))).sizes).toEqual([100]);
  expect((await read(gateway, query(main, 'first: 90'))).sizes).toEqual(Array(9).fill(10));
});

test('without the setting, every page is whole', async () => {
  const { gateway } = await startOverSlowServer({});
  await using _ = gateway;
  expect((await read(gateway, query(main))).sizes).toEqual([100]);
});
