import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedSentry, startEmbeddedSentry } from '../../../embedded-sentry/server.ts';
import { TOKENS } from '../../../embedded-sentry/tokens.ts';
import { exportTarget, ORGANIZATION, readRestHashes } from '../../harness/export.ts';
import { runShell, start } from './program.ts';

let upstream: EmbeddedSentry;
let isSlow = false;
beforeAll(async () => {
  upstream = await startEmbeddedSentry({
    intercept: () => (isSlow ? new Promise(() => {}) : undefined),
  });
});
afterAll(() => upstream.stop());

const env = () => ({ SENTRY_URL: upstream.url, SENTRY_AUTH_TOKEN: upstream.token });
const EXPORT = `npx sentry-graphql export --organization ${ORGANIZATION}`;

test('a closed pipe ends an export with one sentence and the status 141', async () => {
  const command = `${EXPORT} | head -1; echo "status \${PIPESTATUS[0]}"`;
  const { printed, reported } = await runShell(command, env());
  expect(printed.split('\n')).toEqual([expect.stringMatching(/^\{.*\}$/), 'status 141', '']);
  expect(reported).toBe('The reader of the output has closed it.\n');
});

test.runIf(existsSync('/dev/full'))(
  'a full disk ends an export with one sentence and the status 1',
  async () => {
    expect(await runShell(`${EXPORT} > /dev/full`, env())).toEqual({
      status: 1,
      printed: '',
      reported: 'The standard output cannot be written: the disk is full.\n',
    });
  },
);

test('a missing scope ends an export with one sentence and the status 1', async () => {
  const token = { SENTRY_AUTH_TOKEN: TOKENS.withoutEvents.text };
  const { status, reported } = await runShell(EXPORT, { ...env(), ...token });
  expect(status).toBe(1);
  expect(reported.trim().split('\n')).toEqual([expect.stringContaining('`event:read`')]);
});

test('wrong arguments end an export with one sentence and the status 2', async () => {
  expect(await runShell('npx sentry-graphql export', env())).toEqual({
    status: 2,
    printed: '',
    reported: '--organization is missing: name the organization to export.\n',
  });
  expect(await runShell(EXPORT, { ...env(), SENTRY_RETRIES: 'x' })).toEqual({
    status: 2,
    printed: '',
    reported: 'SENTRY_RETRIES is "x"; expected a whole number from 0 to 10.\n',
  });
});

test('--help prints the options and the exit statuses, with the status 0', async () => {
  const { status, printed, reported } = await runShell('npx sentry-graphql export --help', {});
  expect({ status, reported }).toEqual({ status: 0, reported: '' });
  expect(printed).toMatch(/--organization SLUG +Organization[\s\S]*\n {2}141 +The reader/);
  expect(printed.split('\n').every((line) => line.length <= 80)).toBe(true);
});

test('a signal stops an export with the rows so far, and a second run continues it', async () => {
  using target = exportTarget(upstream);
  const words = ['export', `--organization=${ORGANIZATION}`, `--output=${target.path}`];
  isSlow = true;
  const program = start(words, env());
  while (!existsSync(target.checkpointPath)) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  program.kill('SIGTERM');
  const stopped = await program.ended;
  expect(stopped.status).toBe(143);
  expect(stopped.reported).toBe(
    'The export was stopped by SIGTERM; after 0 rows, the same command continues.\n',
  );
  isSlow = false;
  expect((await start(words, env()).ended).status).toBe(0);
  expect(target.rows()).toHaveLength(1_909);
});

test('--resume continues a standard output that is appended to a file', async () => {
  using target = exportTarget(upstream);
  const checkpoint = join(target.path, '../of.checkpoint');
  const command = `${EXPORT} --resume ${checkpoint} >> ${target.path}`;
  isSlow = true;
  const stopped = runShell(
    `${command} & program=$!; while ! test -e ${checkpoint}; do sleep 0.01; done; kill -9 $program; wait $program; echo $?; echo '{"ha' >> ${target.path}`,
    env(),
  );
  expect((await stopped).printed).toBe('137\n');
  isSlow = false;
  expect((await runShell(command, env())).status).toBe(0);
  expect(existsSync(checkpoint)).toBe(false);
  const hashes = target.rows().map((row) => `${row['issueId']} ${row['hash']}`);
  expect(hashes).toEqual(await readRestHashes(upstream));
  expect(readFileSync(target.path, 'utf8').endsWith('}\n')).toBe(true);
  expect(
    (await runShell(`${EXPORT} --resume ${checkpoint} | cat; exit \${PIPESTATUS[0]}`, env()))
      .reported,
  ).toBe('--resume needs an output that is a file: use --output, or >> a file.\n');
});
