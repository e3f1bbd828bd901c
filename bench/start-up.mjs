/* Time from the start of the compiled package to its first response, with the demo data. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { CONTENDER_CORE, canPin } from './processes.mjs';

const MAIN = new URL('../dist/main.js', import.meta.url).pathname;
const QUERY =
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { hashes(first: 2) { nodes { hash } } } }';

/** @param main the compiled entry point */
export async function startUp({ isQuick }, main = MAIN) {
  const starts = [];
  for (let round = 0; round < (isQuick ? 2 : 7); round += 1) {
    starts.push(await startOnce(main));
  }
  return starts;
}

function run(args) {
  const command = [process.execPath, ...args];
  const [program, ...rest] = canPin
    ? ['taskset', '-c', String(CONTENDER_CORE), ...command]
    : command;
  return spawn(program, rest, {
    env: { PATH: process.env.PATH, PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

async function startOnce(main) {
  const begin = performance.now();
  const child = run([main]);
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
  child.kill('SIGKILL');
  await once(child, 'exit');
  return { ms, rssMb };
}
