import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'npx-'));
const cache = join(folder, 'cache');

/** The first command of the README, with the packed package instead of the published one. */
async function startByNpx(tarball: string) {
  const [, words = ''] =
    /^```sh\nnpx ([^#]+?) *(?:#|$)/m.exec(readFileSync('README.md', 'utf8')) ?? [];
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  const npx = spawn('npx', ['--yes', '--package', tarball, ...words.split(' ')], {
    cwd: empty,
    env: { ...process.env, PORT: '0', SENTRY_URL: '', npm_config_cache: cache },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A process group, so that children of npx can be ended too.
    detached: true,
  });
  const lines: string[] = [];
  for await (const line of createInterface(npx.stdout)) {
    lines.push(line);
    if (line.includes('curl ')) {
      return { lines, stop: () => process.kill(-Number(npx.pid), 'SIGKILL') };
    }
  }
  throw new Error(`npx ended: ${lines.join('\n')}`);
}

test('npx starts the packed package in an empty folder, and the query that it prints is answered', async () => {
  try {
    // Packages that were downloaded before, but a folder of its own for what npx installs.
    mkdirSync(cache);
    mkdirSync(join(homedir(), '.npm/_cacache'), { recursive: true });
    symlinkSync(join(homedir(), '.npm/_cacache'), join(cache, '_cacache'));
    const { stdout } = await run('npm', [
      'pack',
      '--json',
      '--ignore-scripts',
      '--pack-destination',
      folder,
    ]);
    const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
    const { lines, stop } = await startByNpx(join(folder, filename));
    try {
      const command = lines.find((line) => line.includes('curl '))?.trim() ?? '';
      const answer = await run('sh', ['-c', `${command} --silent --fail`]);
      expect(JSON.parse(answer.stdout)).toMatchObject({
        data: { issue: { hashes: { nodes: [{ hash: expect.any(String) }, {}] } } },
      });
    } finally {
      stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}, 1_800_000);
