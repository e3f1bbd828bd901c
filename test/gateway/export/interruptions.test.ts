import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDataset } from '../../../embedded-sentry/dataset.ts';
import {
  exportTarget,
  hashOf,
  listOf,
  ORGANIZATION,
  PAYMENTS,
  readRestHashes,
  startSentry,
} from '../../harness/export.ts';

test('an export that is interrupted at any request continues to the same file', async () => {
  let left = Number.POSITIVE_INFINITY;
  let interruption = new AbortController();
  await using upstream = await startSentry({
    intercept: () => {
      left -= 1;
      if (left === 0) {
        interruption.abort('SIGTERM');
      }
      return undefined;
    },
  });
  using whole = exportTarget(upstream);
  await whole.run();
  for (const flags of [[], ['--gzip']]) {
    using target = exportTarget(upstream);
    const statuses: number[] = [];
    do {
      left = 15;
      interruption = new AbortController();
      const { status } = await target.run([...flags, '--concurrency=3'], {
        interruption: interruption.signal,
      });
      statuses.push(status);
      expect(statuses.length).toBeLessThan(20);
    } while (statuses.at(-1) === 143);
    expect(statuses.at(-1)).toBe(0);
    expect(statuses.length).toBeGreaterThan(2);
    expect(target.text()).toBe(whole.text());
  }
});

test('what was written after the checkpoint is cut off when the export continues', async () => {
  const interruption = new AbortController();
  let requests = 0;
  await using upstream = await startSentry({
    intercept: () => {
      requests += 1;
      if (requests === 10) {
        interruption.abort('SIGINT');
      }
      return undefined;
    },
  });
  using target = exportTarget(upstream);
  const stopped = await target.run([...PAYMENTS, '--concurrency=2'], {
    interruption: interruption.signal,
  });
  expect(stopped.status).toBe(130);
  const written = target.rows().length;
  expect(stopped.reported).toBe(
    `The export was stopped by SIGINT; after ${written} rows, the same command continues.\n`,
  );
  // A process that was killed between its rows and its checkpoint, in the middle of a row.
  appendFileSync(target.path, '{"hash":"twice"}\n{"ha');
  appendFileSync(target.failuresPath, '{"organization":"hell');
  writeFileSync(`${target.checkpointPath}.new`, '{"vers');
  const { status, reported } = await target.run(PAYMENTS);
  expect(reported).toContain(`Continues after ${written} rows.\n`);
  expect(status).toBe(0);
  expect(target.rows().map(hashOf)).toEqual(await readRestHashes(upstream, listOf('PaymentError')));
});

test('issues that are resolved while a list is exported move no other issue', async () => {
  const all = Array.from({ length: 250 }, (_, index) => `${1_341_210_000 + index}`).toReversed();
  // Ends of pages, and others on pages that were read and that were not.
  const resolved = [0, 50, 98, 99, 100, 101, 150, 199, 200, 249].map((place) => all[place] ?? '');
  let lists = 0;
  await using upstream = await startSentry({
    dataset: createDataset({ singles: 250 }),
    intercept: async ({ url, method }) => {
      lists += Number(method === 'GET' && url.includes('/issues/?'));
      if (lists === 2) {
        lists += 1;
        await fetch(
          `${upstream.url}/api/0/organizations/${ORGANIZATION}/issues/?${resolved.map((id) => `id=${id}`).join('&')}`,
          {
            method: 'PUT',
            headers: {
              authorization: `Bearer ${upstream.token}`,
              'content-type': 'application/json',
            },
            body: '{"status":"resolved"}',
          },
        );
      }
      return undefined;
    },
  });
  using target = exportTarget(upstream);
  const path = join(target.path, '../issues.graphql');
  writeFileSync(path, 'fragment Row on Issue { issueId }');
  expect((await target.run([`--select=${path}`, '--query=Failure is:unresolved'])).status).toBe(0);
  const gone = new Set(resolved.filter((id) => all.indexOf(id) >= 100));
  expect(target.rows().map(({ issueId }) => issueId)).toEqual(all.filter((id) => !gone.has(id)));
});

test.each(['glitchtip', 'sentry-2023', 'sentry-2024-light'] as const)(
  'an export from %s has each hash of its REST lists once, and continues after an interruption',
  async (dialect) => {
    const interruption = new AbortController();
    let requests = 0;
    await using upstream = await startSentry({
      dialect,
      intercept: () => {
        requests += 1;
        if (requests === 6) {
          interruption.abort('SIGTERM');
        }
        return undefined;
      },
    });
    using target = exportTarget(upstream);
    const words = ['--query=PaymentError', '--concurrency=1'];
    const stopped = await target.run(words, { interruption: interruption.signal });
    expect(stopped.status).toBe(143);
    expect(target.rows().length).toBeGreaterThan(0);
    expect((await target.run(words)).status).toBe(0);
    const list =
      dialect === 'glitchtip'
        ? 'issues/?query=PaymentError&sort=-first_seen'
        : 'issues/?query=PaymentError&sort=new&project=-1';
    expect(target.rows().map(hashOf)).toEqual(await readRestHashes(upstream, list));
  },
);
