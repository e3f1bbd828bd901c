import { expect, test } from 'vitest';
import { createDataset } from '../../../embedded-sentry/dataset.ts';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { exportIssues } from '../../../src/subgraph.ts';
import {
  failing,
  hashOf,
  listOf,
  ORGANIZATION,
  readRestHashes,
  startSentry,
} from '../../harness/export.ts';

async function collect<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const collected: Item[] = [];
  for await (const item of items) {
    collected.push(item);
  }
  return collected;
}

test('the library yields pages of rows, and continues behind any page', async () => {
  await using upstream = await startSentry({
    dataset: createDataset({ benchmarkHashes: 250 }),
  });
  const options = {
    settings: { SENTRY_URL: upstream.url },
    token: upstream.token,
    organizations: [ORGANIZATION],
    select: 'fragment Row on IssueHash { hash issueId }',
    query: 'Error',
  };
  const pages = await collect(exportIssues(options));
  const rows = pages.flatMap((page) => page.rows);
  expect(rows.map(hashOf)).toEqual(await readRestHashes(upstream, listOf('Error')));
  for (const place of [2, pages.length - 1]) {
    const from = pages[place]?.position ?? '';
    const rest = await collect(exportIssues({ ...options, from }));
    expect(rest.flatMap((page) => page.rows)).toEqual(
      pages.slice(place + 1).flatMap((page) => page.rows),
    );
  }
});

test('the library yields failures, and reads only their rows again', async () => {
  const { state, intercept } = failing(new RegExp(`/${EMBEDDED_ISSUES.main}/hashes/.*cursor=`));
  await using upstream = await startSentry({ intercept });
  const options = {
    settings: {
      SENTRY_URL: upstream.url,
      SENTRY_AUTH_TOKEN: upstream.token,
      SENTRY_RETRIES: '0',
      SENTRY_RETRY_DELAY_MS: '1',
    },
    organizations: [ORGANIZATION],
    query: 'example',
  };
  const pages = await collect(exportIssues(options));
  const failures = pages.flatMap((page) => page.failures);
  expect(failures).toMatchObject([{ issue: EMBEDDED_ISSUES.main, row: null }]);
  state.isBroken = false;
  const again = await collect(exportIssues({ ...options, retry: failures }));
  expect(again.every(({ position }) => position === null)).toBe(true);
  const rows = [...pages, ...again].flatMap((page) => page.rows);
  expect(rows.map(hashOf)).toEqual(await readRestHashes(upstream, listOf('example')));
});

test.each([
  [{ organizations: [] }, 'No organization is named; an export needs one.', 'BAD_USER_INPUT'],
  [
    { concurrency: 0 },
    '`concurrency` is 0; expected a whole number from 1 to 100.',
    'BAD_USER_INPUT',
  ],
  [{ from: '{}' }, '`from` is not a position of an export.', 'BAD_USER_INPUT'],
  [{ since: new Date(0) }, '`since` and `until` need each other.', 'BAD_USER_INPUT'],
  [{ select: 'hash' }, '`select`:1:1: Syntax Error: Unexpected Name "hash".', 'BAD_USER_INPUT'],
  [{ organizations: ['nobody'] }, 'There is no organization "nobody"', 'NOT_FOUND'],
])('the library refuses %j with a sentence and a code', async (options, sentence, code) => {
  await using upstream = await startSentry();
  const settings = { SENTRY_URL: upstream.url, SENTRY_AUTH_TOKEN: upstream.token };
  const exported = collect(exportIssues({ organizations: [ORGANIZATION], settings, ...options }));
  await expect(exported).rejects.toMatchObject({
    code,
    message: expect.stringContaining(sentence),
  });
});

test('the library stops when its consumer does, and when its signal aborts', async () => {
  await using upstream = await startSentry();
  const settings = { SENTRY_URL: upstream.url, SENTRY_AUTH_TOKEN: upstream.token };
  const options = { organizations: [ORGANIZATION], settings, concurrency: 1 };
  for await (const page of exportIssues(options)) {
    expect(page.rows.length).toBeGreaterThan(0);
    break;
  }
  expect(upstream.requests.length).toBeLessThan(10);
  const controller = new AbortController();
  const exported = collect(exportIssues({ ...options, signal: controller.signal }));
  controller.abort();
  await expect(exported).rejects.toMatchObject({ code: 'CANCELLED' });
});
