import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

const lines = readFileSync('deploy/Dockerfile', 'utf8').split('\n');

/** The arguments of an instruction in the last stage, each time it occurs. */
function instructions(name: string): readonly string[] {
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  return last
    .filter((line) => line.startsWith(`${name} `))
    .map((line) => line.slice(name.length + 1));
}

test('the files of the image suffice to serve', async () => {
  const root = mkdtempSync(join(tmpdir(), 'image-'));
  try {
    for (const copy of instructions('COPY')) {
      const [, from = '', to = ''] = /^--from=build \/build\/(\S+) (\S+)$/.exec(copy) ?? [];
      const target = join(root, to.endsWith('/') ? join(to, from) : to);
      mkdirSync(dirname(target), { recursive: true });
      if (from === 'node_modules') {
        symlinkSync(resolve(from), target);
      } else {
        cpSync(from, target, { recursive: true });
      }
    }
    const [command, ...args] = JSON.parse(instructions('CMD').at(-1) ?? '[]') as string[];
    expect(command).toBe('node');
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { NODE_ENV: 'production', DEMO: 'true', HOST: '127.0.0.1', PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const url = await new Promise<string>((found, reject) => {
      createInterface(child.stdout).on('line', (line) => {
        const [address] = /http:\S+\/graphql/.exec(line) ?? [];
        if (address) {
          found(address);
        }
      });
      ended.then(() => reject(new Error('The gateway ended.')));
    });
    const health = /fetch\('http:\/\/127\.0\.0\.1:' \+ process\.env\.PORT \+ '(\S+)'\)/.exec(
      instructions('HEALTHCHECK')[0] ?? '',
    )?.[1];
    expect((await fetch(new URL(health ?? '', url))).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
