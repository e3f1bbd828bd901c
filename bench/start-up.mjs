/* From the start of the compiled package to its first answer, as a newcomer has it: with the built-in data. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partOfStart } from './parts.mjs';
import { CONTENDER_CORE, canPin } from './processes.mjs';
import { readProfiles } from './profile.mjs';

const MAIN = new URL('../dist/main.js', import.meta.url).pathname;
const QUERY =
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { hashes(first: 2) { nodes { hash } } } }';

export async function startUp({ isQuick }) {
  const starts = [];
  for (let round = 0; round < (isQuick ? 2 : 7); round += 1) {
    starts.push(await startOnce([], 'SIGKILL'));
  }
  return starts;
}

/** Where the time of a start goes, the mean of a few, with what Node takes to run nothing. */
export async function startUpProfile({ isQuick }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  const flags = ['--cpu-prof', '--cpu-prof-interval', '1000', '--cpu-prof-dir', folder];
  const bare = [];
  for (let round = 0; round < (isQuick ? 1 : 5); round += 1) {
    await startOnce(flags, 'SIGTERM');
    const begin = performance.now();
    await once(run(['--eval', '0']), 'exit');
    bare.push(performance.now() - begin);
  }
  const profiles = readdirSync(folder).map((file) =>
    JSON.parse(readFileSync(join(folder, file), 'utf8')),
  );
  rmSync(folder, { recursive: true });
  return {
    ...readProfiles(profiles, partOfStart),
    bareNodeMs: Math.min(...bare),
    modules: await modulesOfStart(),
  };
}

/** How many files of each package a start loads, and how large they are: V8's coverage knows them all. */
async function modulesOfStart() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  await startOnce([], 'SIGTERM', { NODE_V8_COVERAGE: folder });
  const packages = new Map();
  for (const file of readdirSync(folder)) {
    for (const { url } of JSON.parse(readFileSync(join(folder, file), 'utf8')).result) {
      if (url.startsWith('file:')) {
        const name = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? 'dist';
        const known = packages.get(name) ?? { name, files: 0, bytes: 0 };
        known.files += 1;
        known.bytes += statSync(new URL(url)).size;
        packages.set(name, known);
      }
    }
  }
  rmSync(folder, { recursive: true });
  return [...packages.values()].sort((one, other) => other.bytes - one.bytes);
}

function run(args, env = {}) {
  const command = [process.execPath, ...args];
  const [program, ...rest] = canPin
    ? ['taskset', '-c', String(CONTENDER_CORE), ...command]
    : command;
  return spawn(program, rest, {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

async function startOnce(flags, signal, env) {
  const begin = performance.now();
  const child = run([...flags, MAIN], env);
  const [printed] = await once(child.stdout, 'data');
  const url = /http:\S+\/graphql/.exec(String(printed))?.[0];
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
  });
  await answer.text();
  const ms = performance.now() - begin;
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const rssMb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
  child.kill(signal);
  await once(child, 'exit');
  return { ms, rssMb };
}
