import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';

const script = (name: string) => new URL(`sentry/${name}`, import.meta.url).pathname;

export interface RealSentryDescription {
  readonly url: string;
  /** Its work folder. */
  readonly folder: string;
  /** Why it cannot start on this machine, in a sentence; empty if it can. */
  readonly missing: string;
}

export function describeRealSentry(): RealSentryDescription {
  if (!existsSync('/etc/debian_version')) {
    return { url: '', folder: '', missing: 'this is not Debian.' };
  }
  return JSON.parse(execFileSync(script('describe'), { encoding: 'utf8' }));
}

/** Starts the real Sentry if it is not running, and gives it its seeded data. */
export async function setup(project: TestProject): Promise<() => void> {
  const { url, folder } = describeRealSentry();
  const unlock = await lockData(folder);
  const wasRunning = await answers(url);
  execFileSync(script('start'), { stdio: 'inherit' });
  execFileSync(script('reset'), { stdio: 'inherit' });
  project.provide('realSentry', {
    url,
    folder,
    scripts: { reset: script('reset'), sql: script('sql'), web: script('web') },
  });
  return () => {
    if (!wasRunning) {
      execFileSync(script('stop'), { stdio: 'inherit' });
    }
    unlock();
  };
}

/** Waits for other runs of these tests on this machine, which change the same data. */
async function lockData(folder: string): Promise<() => void> {
  const held = spawn('flock', [`${folder}/run/tests.lock`, 'sh', '-c', 'echo locked; cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(held.stdout, 'data');
  return () => held.stdin.end();
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/0/`)).ok;
  } catch {
    return false;
  }
}
