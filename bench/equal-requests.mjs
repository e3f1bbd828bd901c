/*
 * How many requests would be saved if equal requests in flight were one across replicas: two gateways that share a
 * Redis, over the demo Sentry. Equal requests of one gateway are one already, so two in flight are from both.
 *
 *   npm run build && node bench/equal-requests.mjs
 *
 * Needs redis-server on the PATH.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { readConfig } from '../dist/config/config.js';
import { createDataset } from '../dist/embedded-sentry/dataset.js';
import { startEmbeddedSentry } from '../dist/embedded-sentry/server.js';
import { startGateway } from '../dist/server.js';
import { ISSUE, ORGANIZATION } from './work.mjs';

const SECONDS = 60;
const OPERATIONS_PER_SECOND = 35;
const PAGES = 50;
const LATENCY_MS = 150;

const inFlight = new Map();
let [requests, equal] = [0, 0];
const sentry = await startEmbeddedSentry({
  dataset: createDataset(),
  async intercept({ method, url }) {
    const key = `${method} ${url}`;
    const same = inFlight.get(key) ?? 0;
    requests += 1;
    equal += Math.sign(same);
    inFlight.set(key, same + 1);
    await setTimeout(LATENCY_MS);
    inFlight.set(key, inFlight.get(key) - 1);
    return undefined;
  },
});
const redis = await startRedis();
const sharedSecret = randomBytes(32).toString('hex');
const gateways = await Promise.all([startReplica(), startReplica()]);

await Promise.all(Array.from({ length: SECONDS * OPERATIONS_PER_SECOND }, askAtSomeTime));
process.stdout.write(
  `${requests} requests in ${SECONDS} s, ${equal} of them while the other gateway had an equal one in flight: ${((100 * equal) / requests).toFixed(0)} %\n`,
);
await Promise.all([...gateways, sentry].map((each) => each.stop()));
redis.kill();

/** Half of the operations read the same page. */
async function askAtSomeTime() {
  await setTimeout(Math.random() * SECONDS * 1_000);
  const rows = 1 + (Math.random() < 0.5 ? 0 : Math.floor(Math.random() * PAGES));
  const query = `{ issue(organization: "${ORGANIZATION}", id: "${ISSUE}") { hashes(first: ${rows}) { nodes { hash } } } }`;
  const response = await fetch(gateways[Math.floor(Math.random() * gateways.length)].url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors } = await response.json();
  if (errors) {
    throw new Error(JSON.stringify(errors));
  }
}

function startReplica() {
  return startGateway(
    readConfig({
      PORT: '0',
      SENTRY_URL: sentry.url,
      SENTRY_AUTH_TOKEN: sentry.token,
      CACHE_TTL_MS: '5000',
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
      GATEWAY_SHARED_SECRET: sharedSecret,
      REDIS_COMMAND_TIMEOUT_MS: '1000',
    }),
    { report: (error) => console.error(error) },
  );
}

async function startRedis() {
  const socket = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => socket.once('listening', resolve));
  const { port } = socket.address();
  socket.close();
  const server = spawn('redis-server', ['--port', `${port}`, '--save', '', '--bind', '127.0.0.1']);
  for await (const line of createInterface(server.stdout)) {
    if (line.includes('Ready to accept connections')) {
      break;
    }
  }
  server.stdout.resume();
  return { port, kill: () => server.kill() };
}
