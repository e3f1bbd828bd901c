import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Environment } from '../../../src/config/setting.ts';
import type { Execution } from '../../harness/gateway.ts';

const MAIN = join(import.meta.dirname, '../../../dist/main.js');

/** A gateway process of the build. */
export interface Replica extends AsyncDisposable {
  readonly url: string;
  execute(query: string, headers?: Readonly<Record<string, string>>): Promise<Execution>;
  /** Ends it at once, with what it has in flight. */
  kill(): Promise<void>;
}

export async function startReplica(env: Environment): Promise<Replica> {
  const child = spawn(process.execPath, [MAIN], {
    // No inherited environment: the settings of the developer would change the test.
    env: { PORT: '0', LOG_LEVEL: 'error', MAX_EVENT_LOOP_DELAY_MS: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const url = await Promise.race([
    readUrl(child),
    ended.then(() => {
      throw new Error('The gateway ended before it printed its address.');
    }),
  ]);
  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    child.kill(signal);
    await ended;
  }
  return {
    url,
    async execute(query, headers = {}) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      });
      return { status: response.status, ...((await response.json()) as Omit<Execution, 'status'>) };
    },
    kill: () => end('SIGKILL'),
    [Symbol.asyncDispose]: () => end('SIGKILL'),
  };
}

async function readUrl(child: ChildProcess): Promise<string> {
  if (child.stdout) {
    for await (const line of createInterface(child.stdout)) {
      const [url] = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(line) ?? [];
      if (url !== undefined) {
        child.stdout.resume();
        return url;
      }
    }
  }
  throw new Error('The gateway printed no address.');
}
