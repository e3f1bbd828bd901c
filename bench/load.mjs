/*
 * The callers, in a process of their own.
 *
 * Closed loop: each sends its next request after the response to the previous one, which shows how much a server can
 * do. Open loop, with `perSecond`: requests are sent at fixed times, whatever was answered, and latencies count from
 * these times. Otherwise a server that stalls would be sent less, and the requests that nobody sent meanwhile would be
 * missing among the slow ones (coordinated omission).
 */
import { Agent } from 'undici';

process.on('message', async ({ id, ...work }) => {
  process.send({ id, result: await run(work) });
});
process.send({ url: null });

/** @param ownTokens each caller sends a token of its own, so that callers share nothing */
async function run({ requests, callers, seconds, total = Infinity, perSecond, ownTokens = false }) {
  const connections = perSecond ? 1_024 : callers;
  const agent = new Agent({ connections, pipelining: 1, bodyTimeout: 120_000 });
  const measured = { latencies: [], bytes: 0, failures: 0 };
  const headersOf = (caller) => (ownTokens ? { authorization: `Bearer caller-${caller}` } : {});
  const send = (number, caller, intendedAt) =>
    sendOne(agent, requests[number % requests.length], headersOf(caller), intendedAt, measured);
  const begin = performance.now();
  await (perSecond
    ? openLoop(send, { begin, callers, seconds, perSecond })
    : closedLoop(send, { begin, callers, seconds, total }));
  const wallSeconds = (performance.now() - begin) / 1_000;
  await agent.close();
  return summarize(measured, wallSeconds);
}

async function closedLoop(send, { begin, callers, seconds, total }) {
  const end = begin + seconds * 1_000;
  let next = 0;
  const call = async (caller) => {
    while (performance.now() < end && next < total) {
      next += 1;
      await send(next - 1, caller, performance.now());
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
}

async function openLoop(send, { begin, callers, seconds, perSecond }) {
  const sent = [];
  for (let number = 0; number < seconds * perSecond; number += 1) {
    const intendedAt = begin + (number / perSecond) * 1_000;
    const waitMs = intendedAt - performance.now();
    if (waitMs > 0) {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
    sent.push(send(number, number % callers, intendedAt));
  }
  await Promise.all(sent);
}

async function sendOne(agent, { url, headers, ...options }, ownHeaders, intendedAt, measured) {
  const { origin, pathname, search } = new URL(url);
  const { statusCode, body } = await agent.request({
    origin,
    path: `${pathname}${search}`,
    headers: { ...headers, ...ownHeaders },
    ...options,
  });
  let start = '';
  for await (const chunk of body) {
    measured.bytes += chunk.length;
    start ||= chunk.subarray(0, 16).toString();
  }
  measured.latencies.push(performance.now() - intendedAt);
  if (statusCode !== 200 || start.startsWith('{"errors"')) {
    measured.failures += 1;
  }
}

function summarize({ latencies, bytes, failures }, wallSeconds) {
  latencies.sort((one, other) => one - other);
  const at = (share) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
  return {
    operations: latencies.length,
    perSecond: latencies.length / wallSeconds,
    bytes: bytes / latencies.length,
    failures,
    p50: at(0.5),
    p99: at(0.99),
    longest: latencies.at(-1),
  };
}
