import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TOKENS } from '../../../embedded-sentry/tokens.ts';
import { EXAMPLE, exportTarget, failing, ORGANIZATION, startSentry } from '../../harness/export.ts';

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
  [
    ['--select=constructor'],
    '--select is "constructor"; expected hashes, grouping, events or a readable file with a GraphQL fragment.',
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

test.each(['', 'null', '[]', '{"version":1}', '{"version":2,"arguments":{}}'])(
  'a file with %j in place of the checkpoint is refused',
  async (text) => {
    await using upstream = await startSentry();
    using target = exportTarget(upstream);
    writeFileSync(target.checkpointPath, text);
    const { status, reported } = await target.run();
    expect([status, reported]).toEqual([
      2,
      `${target.checkpointPath} is not a checkpoint of this version of sentry-graphql.\n`,
    ]);
  },
);

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
