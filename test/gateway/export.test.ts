import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDataset } from '../../embedded-sentry/dataset.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import {
  type EmbeddedSentryOptions,
  type ReplacementAnswer,
  startEmbeddedSentry,
} from '../../embedded-sentry/server.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { exportIssues } from '../../src/subgraph.ts';
import { exportTarget, ORGANIZATION, readRestHashes, readRestList } from '../harness/export.ts';

async function startSentry(options: EmbeddedSentryOptions = {}) {
  const upstream = await startEmbeddedSentry({ recordRequests: true, ...options });
  return Object.assign(upstream, { [Symbol.asyncDispose]: () => upstream.stop() });
}

/** 20 issues with 5 to 24 hashes. */
const PAYMENTS = ['--query=PaymentError'];
/** An issue with 250 hashes. */
const EXAMPLE = ['--query=example'];

/** Sentry's list of the issues that a search finds, newest first. */
const listOf = (query: string) => `issues/?query=${query}&sort=new&project=-1`;

const hashOf = (row: Readonly<Record<string, unknown>>) => `${row['issueId']} ${row['hash']}`;

test('an export has each hash of the REST lists once, in their order, for the fewest requests', async () => {
  await using upstream = await startSentry();
  const expected = await readRestHashes(upstream);
  upstream.forgetRequests();
  using target = exportTarget(upstream);
  const { status, reported } = await target.run();
  expect(reported).toMatch(/^1,909 rows written: 49 requests in .+\.\n$/);
  expect(status).toBe(0);
  expect(target.rows().map(hashOf)).toEqual(expected);
  expect(target.rows()[0]).toMatchObject({ issue: { shortId: 'CHECKOUT-4F' } });
  // One for the issues, one for each of the 35, and one for each 99 hashes after the first 100 of an issue.
  expect(upstream.requests).toHaveLength(49);
  expect([existsSync(target.checkpointPath), existsSync(target.failuresPath)]).toEqual([
    false,
    false,
  ]);
});

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

/** Fails requests whose URL matches, as long as `fails` is true. */
function failing(pattern: RegExp, answer: ReplacementAnswer = { status: 500 }) {
  const state = { isBroken: true, failed: 0 };
  return {
    state,
    intercept: ({ url }: { readonly url: string }) => {
      if (!state.isBroken || !pattern.test(url)) {
        return undefined;
      }
      state.failed += 1;
      return answer;
    },
  };
}

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

test('events are exported from all issues, with the filters of the command', async () => {
  await using upstream = await startSentry();
  using target = exportTarget(upstream);
  const words = [
    '--select=events',
    '--environment=staging',
    '--project=checkout',
    '--since=2019-01-01',
  ];
  expect((await target.run([...words, '--query=is:unresolved platform:javascript'])).status).toBe(
    0,
  );
  const ids = target.rows().map(({ eventId }) => eventId);
  expect(ids.length).toBeGreaterThan(100);
  expect(new Set(ids).size).toBe(ids.length);
  const search = upstream.requests.find(({ url }) => url.includes('/issues/?'))?.query;
  expect(Object.fromEntries(search ?? [])).toMatchObject({
    query: 'is:unresolved platform:javascript',
    environment: 'staging',
    start: '2019-01-01T00:00:00',
    end: expect.stringMatching(/^20\d\d-/),
    project: expect.stringMatching(/^\d+$/),
  });
  const events = upstream.requests.find(({ url }) => url.includes('/events/?'))?.query;
  expect(Object.fromEntries(events ?? [])).toMatchObject({
    environment: 'staging',
    start: '2019-01-01T00:00:00',
  });
});

test('the grouping of hashes is exported, for one request a hash', async () => {
  await using upstream = await startSentry();
  using target = exportTarget(upstream);
  expect((await target.run(['--select=grouping', '--query=RangeError'])).status).toBe(0);
  expect(target.rows()).toHaveLength(20);
  expect(target.rows()[0]).toMatchObject({
    issue: { shortId: 'CHECKOUT-4G' },
    grouping: { variant: { type: 'salted_component', contributingValues: expect.any(Array) } },
  });
  expect(upstream.requests).toHaveLength(22);
});

test('a dry run says what an export would cost, and writes nothing', async () => {
  await using upstream = await startSentry({ rateLimit: { limit: 40 } });
  using target = exportTarget(upstream);
  const { status, printed } = await target.run(['--dry-run']);
  expect(status).toBe(0);
  expect(printed).toBe(`${ORGANIZATION}: 35 issues.
Requests: one for each 100 issues, one for each issue and one for each 99 of its rows after the first 100 (at least 36 in all).
Sentry allows 40 requests a second: at least 1 s.
This took 2 requests; nothing was written.
`);
  expect(upstream.requests).toHaveLength(2);
  expect(target.text()).toBeNull();
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

test('a checkpoint without rows does not keep an export from starting with other arguments', async () => {
  await using upstream = await startSentry();
  using target = exportTarget(upstream);
  expect(await target.run(['--query=('])).toMatchObject({ status: 1 });
  expect((await target.run(EXAMPLE)).status).toBe(0);
  expect(target.rows()).toHaveLength(250);
});

test('without a token or a server, a sentence says so', async () => {
  await using upstream = await startSentry();
  using target = exportTarget(upstream);
  expect(await target.run([], { env: { SENTRY_AUTH_TOKEN: '' } })).toEqual({
    status: 2,
    printed: '',
    reported: 'SENTRY_AUTH_TOKEN is not set: an export needs a token.\n',
  });
  const demo = { SENTRY_AUTH_TOKEN: '', SENTRY_URL: '', SENTRY_QUEUE_MAXIMUM: '1' };
  const { status, reported } = await target.run(EXAMPLE, { env: demo });
  expect(status).toBe(0);
  expect(reported.split('\n').slice(0, 2)).toEqual([
    'SENTRY_QUEUE_MAXIMUM is not a setting of sentry-graphql and has no effect.',
    'No Sentry server is set, so the demo server is exported.',
  ]);
});

test.each([
  [['--orgnization=a'], '"--orgnization=a" is not an option of export. Use --help for the list.'],
  [['rows.ndjson'], '"rows.ndjson" is not an option of export. Use --help for the list.'],
  [['--resume'], '--resume needs a value: --resume FILE.'],
  [['--select='], '--select needs a value: --select FRAGMENT.'],
  [['--query=a', '--query=b'], '--query is given twice.'],
  [['--gzip=9'], '--gzip takes no value.'],
  [['--concurrency=0'], '--concurrency is "0"; expected a whole number from 1 to 100.'],
  [
    ['--since=2999-01-01'],
    '--since is "2999-01-01"; expected a date such as 2026-01-31, a time such as 2026-01-31T12:00:00Z, or a period such as 14d or 24h, in the past.',
  ],
  [
    ['--select=nothing.graphql'],
    '--select is "nothing.graphql"; expected hashes, grouping, events or a readable file with a GraphQL fragment.',
  ],
  [['--project=nowhere'], `The project "nowhere" was not found in ${ORGANIZATION}.`],
])('the arguments %j are refused in one sentence with the status 2', async (words, sentence) => {
  await using upstream = await startSentry();
  using target = exportTarget(upstream);
  expect(await target.run(words)).toEqual({ status: 2, printed: '', reported: `${sentence}\n` });
  expect(target.text()).toBeNull();
});

test.each([
  [
    'query { rateLimit { limit } }',
    'holds something else than fragments; expected a fragment on Issue, IssueHash or Event.',
  ],
  [
    'fragment Row on Project { slug }',
    'begins with a fragment on Project; expected Issue, IssueHash or Event.',
  ],
  ['fragment Row on Issue {\n  titel\n}', ':2:3: Cannot query field "titel" on type "Issue".'],
  ['fragment Row on Issue {\n  title', ':2:8: Syntax Error: Expected Name, found <EOF>.'],
  ['', ':1:1: Syntax Error: Unexpected <EOF>.'],
  [
    'fragment Row on Issue { events(first: $n) { nodes { id } } }',
    'Variable "$n" is not defined by operation "Issues".',
  ],
])('the fragment %j is refused with its place', async (fragment, sentence) => {
  await using upstream = await startSentry();
  using target = exportTarget(upstream);
  const path = join(target.path, '../rows.graphql');
  writeFileSync(path, fragment);
  const { status, reported } = await target.run([`--select=${path}`]);
  expect(status).toBe(2);
  expect(reported.startsWith(path)).toBe(true);
  expect(reported.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
  expect(upstream.requests).toEqual([]);
});

test.each([
  [TOKENS.withoutEvents.text, 'The token needs the scope `event:read`, and its owner needs access'],
  [TOKENS.expired.text, 'Token expired'],
])('the token %s ends an export with one sentence and the status 1', async (token, sentence) => {
  await using upstream = await startSentry();
  using target = exportTarget(upstream);
  const { status, reported } = await target.run([], { env: { SENTRY_AUTH_TOKEN: token } });
  expect(status).toBe(1);
  expect(reported).toContain(sentence);
  expect(reported.trim().split('\n')).toHaveLength(1);
});

test('an output with rows and without a checkpoint is not touched', async () => {
  await using upstream = await startSentry();
  using target = exportTarget(upstream);
  writeFileSync(target.path, 'precious\n');
  const { status, reported } = await target.run();
  expect(status).toBe(2);
  expect(reported).toBe(
    `${target.path} is not empty and has no checkpoint ${target.checkpointPath}: name another output, or remove it.\n`,
  );
  expect(readFileSync(target.path, 'utf8')).toBe('precious\n');
});

test('a checkpoint is refused with other arguments, and if its output was cut', async () => {
  const { state, intercept } = failing(/cursor=/);
  await using upstream = await startSentry({ intercept });
  using target = exportTarget(upstream);
  expect((await target.run(EXAMPLE)).status).toBe(3);
  const { status, reported } = await target.run(['--query=is:resolved']);
  expect(status).toBe(2);
  expect(reported).toBe(
    `${target.checkpointPath} is the checkpoint of an export with another --query: use the same arguments, or another output.\n`,
  );
  state.isBroken = false;
  writeFileSync(target.path, '');
  const cut = await target.run(EXAMPLE);
  expect(cut.status).toBe(2);
  expect(cut.reported).toMatch(/ has 0 bytes, fewer than the \d+ of its checkpoint: /);
});

test('a second export into the same file is noticed', async () => {
  const { intercept, state } = failing(/cursor=/);
  state.isBroken = false;
  let other: (() => void) | undefined;
  await using upstream = await startSentry({
    intercept: (request) => {
      other?.();
      return intercept(request);
    },
  });
  using target = exportTarget(upstream);
  other = () => {
    if (existsSync(target.checkpointPath)) {
      other = undefined;
      appendFileSync(target.path, '{"hash":"of the other"}\n');
    }
  };
  const { status, reported } = await target.run(EXAMPLE);
  expect(status).toBe(1);
  expect(reported).toContain('was changed by another process, perhaps by a second export into it');
});

test.runIf(existsSync('/dev/full'))(
  'a full disk ends an export with one sentence and the status 1',
  async () => {
    await using upstream = await startSentry();
    using target = exportTarget(upstream);
    expect(await target.run(EXAMPLE, { output: '/dev/full' })).toEqual({
      status: 1,
      printed: '',
      reported: '/dev/full cannot be written: the disk is full.\n',
    });
  },
);

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
