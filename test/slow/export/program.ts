import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const MAIN = join(import.meta.dirname, '../../../dist/main.js');

export interface Program {
  /** Ends the program at once, as a crash does. */
  kill(signal: NodeJS.Signals): void;
  readonly pid: number;
  readonly ended: Promise<Ended>;
}

export interface Ended {
  /** Exit status; null if a signal ended it. */
  readonly status: number | null;
  readonly printed: string;
  readonly reported: string;
}

/** Starts `sentry-graphql` from `dist/`. */
export function start(words: readonly string[], env: Readonly<Record<string, string>>): Program {
  return run(process.execPath, [MAIN, ...words], env);
}

const PATH = `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;

/** Runs a shell command in which `npx sentry-graphql` is the program of `dist/`. */
export function runShell(
  command: string,
  env: Readonly<Record<string, string>>,
  cwd = '.',
): Promise<Ended> {
  const ours = command.replaceAll('npx sentry-graphql', `'${process.execPath}' '${MAIN}'`);
  return run('bash', ['-c', ours], { PATH, ...env }, cwd).ended;
}

function run(
  command: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd = '.',
): Program {
  if (!existsSync(MAIN)) {
    throw new Error(`${MAIN} is missing: run \`npm run build\` first.`);
  }
  // No inherited environment: the settings of the developer would change the result.
  const child = spawn(command, words, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let [printed, reported] = ['', ''];
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr.on('data', (chunk) => {
    reported += chunk;
  });
  return {
    pid: child.pid ?? 0,
    kill: (signal) => void child.kill(signal),
    ended: once(child, 'close').then(([status]) => ({ status, printed, reported })),
  };
}
