/*
 * How processor time, memory and requests to Sentry grow with the length of a list and with the number of callers.
 *
 *   npm run build && node bench/sizes.mjs
 */
import { Agent } from 'undici';
import { BENCHMARK_ISSUE } from '../dist/embedded-sentry/dataset.js';
import { CONTENDER_CORE, start, THEIR_CORE } from './processes.mjs';
import { ISSUE, ORGANIZATION } from './work.mjs';

const PAGE =
  '{ hashes(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { hash latestEvent { title } } } }';
const CONCURRENCY = 16;
const agent = new Agent({ connections: CONCURRENCY });

process.stdout.write(
  'hashes | requests to Sentry | CPU of each hash | memory | totalCount: requests, CPU\n',
);
for (const hashes of [1_000, 10_000, 100_000]) {
  await withGateway({ HASHES: String(hashes) }, {}, (gateway) => measureList(gateway, hashes));
}
process.stdout.write(
  'callers | requests to Sentry | CPU of an operation, first and second time | memory before and after\n',
);
for (const callers of [100, 1_000, 10_000]) {
  const env = { CACHE: 'on', CACHE_TTL_MS: '600000', SENTRY_MAX_CONCURRENT: '64' };
  await withGateway({}, env, (gateway) => measureCallers(gateway, callers));
}
await agent.close();

/** A list that is read to its end in pages of light events, one after the other. */
async function measureList({ upstream, ask, usage, collect }, hashes) {
  await ask(PAGE, 'warm-up', BENCHMARK_ISSUE);
  await upstream.ask({ type: 'reset' });
  const before = await usage();
  let [cursor, read] = [null, 0];
  do {
    const { nodes, pageInfo } = (await ask(PAGE, 'one', BENCHMARK_ISSUE, cursor)).issue.hashes;
    read += nodes.length;
    cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (cursor !== null);
  if (read !== hashes) {
    throw new Error(`Read ${read} hashes of ${hashes}.`);
  }
  const after = await usage();
  const requests = await upstream.ask({ type: 'count' });
  await upstream.ask({ type: 'reset' });
  const memoryMb = await collect();
  const collected = await usage();
  const { totalCount } = (
    await ask('{ hashes(first: 1, after: $after) { totalCount } }', 'two', BENCHMARK_ISSUE)
  ).issue.hashes;
  if (totalCount !== hashes) {
    throw new Error(`Counted ${totalCount} hashes of ${hashes}.`);
  }
  const counted = await usage();
  const countRequests = await upstream.ask({ type: 'count' });
  const microseconds = ((after.cpuMs - before.cpuMs) / hashes) * 1_000;
  print([
    hashes,
    requests,
    `${microseconds.toFixed(1)} µs`,
    `${memoryMb.toFixed(0)} MB`,
    `${countRequests}, ${(counted.cpuMs - collected.cpuMs).toFixed(1)} ms`,
  ]);
}

/** Each caller sends the same operation twice, with a token of its own. */
async function measureCallers({ upstream, ask, usage, collect }, callers) {
  const query = '{ hashes(first: 20, after: $after) { nodes { hash latestEvent { title } } } }';
  const sendAll = () => atOnce(callers, (caller) => ask(query, `caller-${caller}`));
  await atOnce(2_000, (index) => ask(query, `warm-up-${index % 16}`));
  await upstream.ask({ type: 'reset' });
  const beforeMb = await collect();
  const times = [await usage()];
  for (let round = 0; round < 2; round += 1) {
    await sendAll();
    times.push(await usage());
  }
  const requests = await upstream.ask({ type: 'count' });
  const afterMb = await collect();
  const each = (round) => ((times[round].cpuMs - times[round - 1].cpuMs) / callers).toFixed(3);
  print([
    callers,
    requests,
    `${each(1)} and ${each(2)} ms`,
    `${beforeMb.toFixed(0)} and ${afterMb.toFixed(0)} MB`,
  ]);
}

async function withGateway(upstreamEnv, env, measure) {
  const upstream = await start('upstream.mjs', THEIR_CORE, {
    DIALECT: 'sentry-2026',
    ...upstreamEnv,
  });
  const gateway = await start('contenders/gateway.mjs', CONTENDER_CORE, {
    UPSTREAM: upstream.url,
    NODE_OPTIONS: '--expose-gc',
    CACHE: 'off',
    ...env,
  });
  try {
    await measure({
      upstream,
      ask: (selection, caller, issue = ISSUE, after = null) =>
        send(gateway.url, { selection, caller, issue, after }),
      usage: async () => toUsage(await gateway.ask({ type: 'usage' })),
      collect: async () => (await gateway.ask({ type: 'collect' })) / 2 ** 20,
    });
  } finally {
    await gateway.stop();
    await upstream.stop();
  }
}

async function send(url, { selection, caller, issue, after }) {
  const { origin, pathname } = new URL(url);
  const query = `query ($after: String) { issue(organization: "${ORGANIZATION}", id: "${issue}") ${selection} }`;
  const { body } = await agent.request({
    origin,
    path: pathname,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${caller}` },
    body: JSON.stringify({ query, variables: { after } }),
  });
  const { data, errors } = await body.json();
  if (errors) {
    throw new Error(errors[0].message);
  }
  return data;
}

function toUsage({ cpu }) {
  return { cpuMs: (cpu.user + cpu.system) / 1_000 };
}

async function atOnce(count, work) {
  let next = 0;
  const run = async () => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, run));
}

function print(cells) {
  process.stdout.write(`${cells.join(' | ')}\n`);
}
