import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import {
  EXAMPLE,
  exportTarget,
  failing,
  hashOf,
  listOf,
  ORGANIZATION,
  PAYMENTS,
  readRestHashes,
  readRestList,
  startSentry,
} from '../../harness/export.ts';

test('rows that fail are in the file of failures, and the same command reads only these again', async () => {
  const { state, intercept } = failing(
    new RegExp(`/${EMBEDDED_ISSUES.main}/hashes/.*cursor=0%3A99%3A0`),
  );
  await using upstream = await startSentry({ intercept });
  using target = exportTarget(upstream);
  const first = await target.run(EXAMPLE);
  expect(first.status).toBe(3);
  expect(first.reported).toContain(
    `Not all rows came: ${target.failuresPath} has 1 failure, which the same command reads again.\n`,
  );
  // Three tries, and three more at the end.
  expect(state.failed).toBe(6);
  expect(target.failures()).toEqual([
    {
      organization: ORGANIZATION,
      issue: EMBEDDED_ISSUES.main,
      row: null,
      after: expect.any(String),
      code: 'UPSTREAM_UNAVAILABLE',
      message: expect.stringContaining('500'),
    },
  ]);
  expect(target.rows()).toHaveLength(100);
  state.isBroken = false;
  upstream.forgetRequests();
  expect((await target.run(EXAMPLE)).status).toBe(0);
  expect(upstream.requests.every(({ url }) => url.includes(EMBEDDED_ISSUES.main))).toBe(true);
  expect(target.rows().map(hashOf)).toEqual(await readRestHashes(upstream, listOf('example')));
  expect([existsSync(target.checkpointPath), existsSync(target.failuresPath)]).toEqual([
    false,
    false,
  ]);
});

test('a pass over failed rows that is interrupted at any request continues', async () => {
  const { state, intercept } = failing(/\/hashes\//);
  let left = Number.POSITIVE_INFINITY;
  let interruption = new AbortController();
  await using upstream = await startSentry({
    intercept: (request) => {
      left -= 1;
      if (left === 0) {
        interruption.abort('SIGTERM');
      }
      return intercept(request);
    },
  });
  using target = exportTarget(upstream);
  expect((await target.run(PAYMENTS)).status).toBe(3);
  expect(target.failures()).toHaveLength(20);
  state.isBroken = false;
  const statuses: number[] = [];
  do {
    left = 8;
    interruption = new AbortController();
    const options = { interruption: interruption.signal };
    statuses.push((await target.run([...PAYMENTS, '--concurrency=2'], options)).status);
    // A process that was killed between its failures and its checkpoint.
    if (statuses.at(-1) === 143) {
      appendFileSync(`${target.failuresPath}.new`, '{"organization":"hell');
    }
  } while (statuses.at(-1) === 143);
  expect(statuses.at(-1)).toBe(0);
  expect(statuses.length).toBeGreaterThan(2);
  expect(target.rows().map(hashOf)).toEqual(await readRestHashes(upstream, listOf('PaymentError')));
  const files = [target.failuresPath, `${target.failuresPath}.new`, target.checkpointPath];
  expect(files.map((file) => existsSync(file))).toEqual([false, false, false]);
});

test.each([
  ['before', false],
  ['after', true],
])(
  'an export that was killed %s it replaced the file of failures continues',
  async (_when, isReplaced) => {
    const { state, intercept } = failing(/\/hashes\//);
    await using upstream = await startSentry({ intercept });
    using target = exportTarget(upstream);
    expect((await target.run(EXAMPLE)).status).toBe(3);
    state.isBroken = false;
    // The second pass has read the failures of a longer file, and the same one has failed again.
    const checkpoint = JSON.parse(readFileSync(target.checkpointPath, 'utf8'));
    const { bytes, rows } = checkpoint.failures;
    const text = readFileSync(target.failuresPath, 'utf8');
    writeFileSync(
      target.checkpointPath,
      JSON.stringify({
        ...checkpoint,
        failures: { bytes: bytes * 2, rows: rows * 2 },
        retry: { at: bytes * 2, after: null, failures: { bytes, rows } },
      }),
    );
    writeFileSync(target.failuresPath, isReplaced ? text : text + text);
    if (!isReplaced) {
      writeFileSync(`${target.failuresPath}.new`, text);
    }
    expect((await target.run(EXAMPLE)).status).toBe(0);
    expect(target.rows()).toHaveLength(250);
    expect(existsSync(`${target.failuresPath}.new`)).toBe(false);
  },
);

test('a row whose own field fails is read again alone, and comes at the end', async () => {
  const { state, intercept } = failing(new RegExp(`/issues/${EMBEDDED_ISSUES.twenty}/$`));
  await using upstream = await startSentry({ intercept });
  using target = exportTarget(upstream);
  const path = join(target.path, '../issues.graphql');
  writeFileSync(path, 'fragment Row on Issue { issueId tags { key } }');
  expect((await target.run([`--select=${path}`])).status).toBe(3);
  expect(target.failures()).toMatchObject([
    { issue: null, row: EMBEDDED_ISSUES.twenty, code: 'UPSTREAM_UNAVAILABLE' },
  ]);
  state.isBroken = false;
  expect((await target.run([`--select=${path}`])).status).toBe(0);
  const listed = await readRestList(upstream, 'issues/?query=&sort=new&project=-1');
  const ids = listed.map(({ id }) => id).filter((id) => id !== EMBEDDED_ISSUES.twenty);
  expect(target.rows().map(({ issueId }) => issueId)).toEqual([...ids, EMBEDDED_ISSUES.twenty]);
});

test('an outage stops an export, and the same command continues it', async () => {
  const { state, intercept } = failing(/\/issues\/\?/, { status: 503 });
  await using upstream = await startSentry({ intercept });
  using target = exportTarget(upstream);
  const { status, reported } = await target.run(EXAMPLE);
  expect(status).toBe(1);
  expect(state.failed).toBe(8);
  expect(reported).toMatch(/503.*; after 0 rows, the same command continues\.\n$/);
  state.isBroken = false;
  expect((await target.run(EXAMPLE)).status).toBe(0);
  expect(target.rows()).toHaveLength(250);
});
