import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Environment } from '../../../src/config/setting.ts';

/** A program of `dist/` that has printed its address. */
export interface Program extends AsyncDisposable {
  /** The address that it printed. */
  readonly url: string;
  readonly pid: number;
  readonly memory: Memory;
  /** Sends SIGTERM, and SIGKILL after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
}

/** Resident memory of a process on Linux; null on other systems. */
export interface Memory {
  readMb(): number | null;
  readHighestMb(): number | null;
  /** Resets the maximum. */
  reset(): void;
}

export async function startProgram(file: string, env: Environment): Promise<Program> {
  // No inherited environment: the settings of the developer would change the measurement.
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  const url = await readAddress(child, ended);
  async function stop(graceMs = 15_000): Promise<void> {
    const kill = setTimeout(() => child.kill('SIGKILL'), graceMs);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(kill);
  }
  const pid = child.pid ?? 0;
  return { url, pid, memory: memoryOf(pid), stop, [Symbol.asyncDispose]: () => stop(1_000) };
}

async function readAddress(child: ChildProcess, ended: Promise<unknown>): Promise<string> {
  const address = new Promise<string>((resolve) => {
    if (child.stdout) {
      createInterface(child.stdout).on('line', (line) => {
        const [found] = /http:\/\/127\.0\.0\.\d:\d+(?:\/graphql)?/.exec(line) ?? [];
        if (found) {
          resolve(found);
        }
      });
    }
  });
  const tooEarly = ended.then(() => {
    throw new Error('The program ended before it printed its address.');
  });
  return Promise.race([address, tooEarly]);
}

export function memoryOf(pid: number): Memory {
  const read = (name: string) => {
    try {
      const text = readFileSync(`/proc/${pid}/status`, 'utf8');
      return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(text)?.[1]) / 1_024;
    } catch {
      return null;
    }
  };
  return {
    readMb: () => read('VmRSS'),
    readHighestMb: () => read('VmHWM'),
    reset() {
      try {
        writeFileSync(`/proc/${pid}/clear_refs`, '5');
      } catch {
        // Not Linux: there is no maximum to reset.
      }
    },
  };
}
