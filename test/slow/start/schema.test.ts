import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

test('the command `schema` prints the whole SDL into a pipe', async () => {
  const { stdout } = await run(process.execPath, ['dist/main.js', 'schema']);
  const file = readFileSync('subgraph.graphql', 'utf8');
  expect(stdout).toBe(file.slice(file.indexOf('\n') + 1));
});

test('a reader that closes the pipe early is no failure', async () => {
  const command = '"$0" dist/main.js schema --type-prefix Sentry | head -n 1';
  expect(await run('sh', ['-c', command, process.execPath])).toEqual({
    stdout: '"""\n',
    stderr: '',
  });
});
