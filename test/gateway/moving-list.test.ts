import { describe, expect, test } from 'vitest';
import { DIALECT_NAMES } from '../../embedded-sentry/dialect.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

const ISSUE = '1341191803';
const HASHES = `/api/0/organizations/hellboy-meowmeow/issues/${ISSUE}/hashes/`;

const PAGE = `query Page($first: Int, $after: String, $last: Int, $before: String) {
  issue(organization: "hellboy-meowmeow", id: "${ISSUE}") {
    hashes(first: $first, after: $after, last: $last, before: $before) {
      nodes { hash }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
}`;

async function readPage(gateway: TestGateway, variables: Record<string, unknown>) {
  const { data, errors } = await gateway.execute(PAGE, variables);
  expect(errors).toBeUndefined();
  const { nodes, pageInfo } = data.issue.hashes;
  return { hashes: nodes.map(({ hash }: { readonly hash: string }) => hash) as string[], pageInfo };
}

async function askUpstream(gateway: TestGateway, path: string, method = 'GET') {
  const { url, token } = gateway.upstream;
  return fetch(`${url}${path}`, { method, headers: { authorization: `Bearer ${token}` } });
}

/** Unmerges as another client of the same server, and waits until the hashes have moved. */
async function unmerge(gateway: TestGateway, hashes: readonly string[], verb: string) {
  const query = hashes.map((hash) => `id=${hash}`).join('&');
  await askUpstream(gateway, `${HASHES}?${query}`, verb);
  const isListed = async () => {
    const first = await askUpstream(gateway, `${HASHES}?full=0&per_page=100&limit=100`);
    const rows = (await first.json()) as readonly { readonly id: string }[];
    return rows.some(({ id }) => hashes.includes(id));
  };
  await expect.poll(isListed, { interval: 5 }).toBe(false);
}

const VERBS: Readonly<Record<string, string>> = {
  'sentry-2023': 'DELETE',
  'sentry-2024': 'DELETE',
  'sentry-2024-light': 'DELETE',
  glitchtip: 'DELETE',
};

describe.each(DIALECT_NAMES)('over %s', (dialect) => {
  test.each([20, 100])(
    'a walk by %i loses and repeats no hash while five of its first page are unmerged',
    async (first) => {
      await using gateway = await startGateway({ dialect });
      let page = await readPage(gateway, { first });
      const seen = [...page.hashes];
      const gone = seen.slice(3, 8);
      await unmerge(gateway, gone, VERBS[dialect] ?? 'PUT');
      while (page.pageInfo.hasNextPage) {
        page = await readPage(gateway, { first, after: page.pageInfo.endCursor });
        seen.push(...page.hashes);
      }
      expect(seen).toHaveLength(250);
      expect(new Set(seen).size).toBe(250);
    },
  );

  test('a walk backward loses and repeats no hash while five of the first page are unmerged', async () => {
    await using gateway = await startGateway({ dialect });
    const top = await readPage(gateway, { first: 20 });
    let page = await readPage(gateway, { last: 20 });
    const seen = [...page.hashes];
    await unmerge(gateway, top.hashes.slice(3, 8), VERBS[dialect] ?? 'PUT');
    while (page.pageInfo.hasPreviousPage) {
      page = await readPage(gateway, { last: 20, before: page.pageInfo.startCursor });
      seen.unshift(...page.hashes);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(245);
  });
});

test('a page after an edge that moved takes two requests more, and the next page one again', async () => {
  await using gateway = await startGateway({ dialect: 'sentry-2026' });
  const first = await readPage(gateway, { first: 20 });
  await unmerge(gateway, first.hashes.slice(0, 5), 'PUT');
  gateway.upstream.forgetRequests();
  const second = await readPage(gateway, { first: 20, after: first.pageInfo.endCursor });
  expect(gateway.upstream.requests.length).toBeLessThanOrEqual(3);
  gateway.upstream.forgetRequests();
  await readPage(gateway, { first: 20, after: second.pageInfo.endCursor });
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('cursors of earlier versions and pasted Sentry cursors still name their row number', async () => {
  await using gateway = await startGateway({ dialect: 'sentry-2026' });
  const { hashes } = await readPage(gateway, { first: 40 });
  const earlier = 'U1g1NzVDMXxpc3N1ZUhhc2hlc3xvfDE5';
  for (const [after, start] of [
    [earlier, 20],
    ['0:20:0', 20],
  ]) {
    expect((await readPage(gateway, { first: 5, after })).hashes).toEqual(
      hashes.slice(Number(start), Number(start) + 5),
    );
  }
});
