import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

interface Started extends AsyncDisposable {
  readonly npm: ChildProcess;
  /** The output up to the gateway's address. */
  readonly lines: readonly string[];
  readonly url: string;
}

async function npmStart(): Promise<Started> {
  const { PATH = '', HOME = '' } = process.env;
  const npm = spawn('npm', ['start'], {
    env: { PATH, HOME, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A process group, so that children of npm can be ended too.
    detached: true,
  });
  const lines: string[] = [];
  for await (const line of createInterface(npm.stdout as NodeJS.ReadableStream)) {
    lines.push(line);
    const [url] = /http:\S+\/graphql/.exec(line) ?? [];
    if (url) {
      return { npm, lines, url, [Symbol.asyncDispose]: async () => killGroup(npm) };
    }
  }
  throw new Error(`npm start ended: ${lines.join('\n')}`);
}

function killGroup({ pid }: ChildProcess): void {
  try {
    process.kill(-Number(pid), 'SIGKILL');
  } catch {
    // The whole process group has ended.
  }
}

test('on SIGTERM, npm start ends together with the gateway', async () => {
  await using started = await npmStart();
  expect((await fetch(new URL('/healthz', started.url))).status).toBe(200);
  const ended = once(started.npm, 'exit');
  started.npm.kill('SIGTERM');
  await ended;
  await expect.poll(() => fetch(started.url).catch(() => 'refused')).toBe('refused');
});

test('a second npm start builds nothing', async () => {
  await using first = await npmStart();
  await using second = await npmStart();
  expect(first.lines.length).toBeGreaterThan(0);
  expect(second.lines.filter((line) => line.includes('Building'))).toEqual([]);
});
