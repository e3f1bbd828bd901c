/*
 * What a budget that replicas share costs Redis, by the number of replicas that use it at the same time: processor
 * time, bytes on the network and bytes of memory. Needs `npm run build` and redis-server on the PATH.
 *
 *   node bench/budget.mjs
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { createClient } from '@redis/client';
import { argumentsOf, BUDGET_SCRIPT } from '../dist/upstream/budget-script.js';

const REPORTS = 4_000;

const port = await freePort();
const server = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1']);
for await (const line of createInterface(server.stdout)) {
  if (line.includes('Ready to accept connections')) {
    break;
  }
}
server.stdout.resume();
const client = createClient({ socket: { host: '127.0.0.1', port } });
await client.connect();
try {
  process.stdout.write('replicas | CPU a report | bytes in | bytes out | memory of the budget\n');
  for (const replicas of [1, 2, 4, 10, 100, 1_000]) {
    process.stdout.write(`${await measure(replicas)}\n`);
  }
} finally {
  client.destroy();
  server.kill();
}

/** Each replica in turn reports an answer, and asks for its next permit: all wait for the 25 that there are. */
async function measure(replicas) {
  const key = `sentry-graphql:budget:{${'x'.repeat(43)}}`;
  await client.sendCommand(['DEL', key]);
  const sha1 = await client.sendCommand(['SCRIPT', 'LOAD', BUDGET_SCRIPT.source]);
  const answer = { reset: Math.ceil(Date.now() / 1_000) + 60, resetInMs: 60_000, limit: 1_000_000 };
  const held = Math.max(1, Math.floor(25 / replicas));
  const report = (index) => {
    const isHolder = index % replicas < 25;
    return run(sha1, key, {
      holder: `01234567-0123-0123-0123-0123456789ab:${index % replicas}`,
      held: isHolder ? held - 1 : 0,
      wanted: 3,
      shares: 1,
      blockMs: 0,
      uncounted: 0,
      answers: isHolder
        ? [{ ...answer, concurrentLimit: 25, remaining: 900_000 - index, passed: 1 }]
        : [],
    });
  };
  for (let index = 0; index < replicas; index += 1) {
    await report(index);
  }
  const before = await usage();
  for (let index = 0; index < REPORTS; index += 1) {
    await report(index);
  }
  const after = await usage();
  const perReport = (name) => Math.round((after[name] - before[name]) / REPORTS);
  const memory = await client.sendCommand(['MEMORY', 'USAGE', key]);
  return `${replicas} | ${perReport('cpuUs')} µs | ${perReport('input')} | ${perReport('output')} | ${memory}`;
}

function run(sha1, key, report) {
  return client.sendCommand(['EVALSHA', sha1, '1', key, ...argumentsOf(report).map(String)]);
}

/** Processor time of the server: other programs on the machine do not change it. */
async function usage() {
  const info = await client.sendCommand(['INFO', 'everything']);
  const read = (name) => Number(new RegExp(`${name}:([\\d.]+)`).exec(info)?.[1]);
  return {
    cpuUs: (read('used_cpu_user') + read('used_cpu_sys')) * 1e6,
    input: read('total_net_input_bytes'),
    output: read('total_net_output_bytes'),
  };
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port: free } = probe.address();
  probe.close();
  await once(probe, 'close');
  return free;
}
