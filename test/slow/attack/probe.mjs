// Sends requests from a separate thread, so that the attack does not delay the measurement.
import { existsSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const HEALTH_EVERY_MS = 5;
const OTHER_CALLER_EVERY_MS = 25;
const AFTER_A_REFUSAL_MS = 10;

/** @type {{ url: string, pid: number }} */
const { url, pid } = workerData;
const threadFile = `/proc/${pid}/task/${pid}/schedstat`;
const hasThread = existsSync(threadFile);
const agent = new Agent({ keepAlive: true });
const health = { now: () => readThread().runningMs, longestMs: 0, sinceMs: 0, isWaiting: false };
const other = { now: () => performance.now(), longestMs: 0, sinceMs: 0, isWaiting: false };
let isOver = false;

/**
 * The status of a response; 0 if there is none.
 * @param {string} address
 * @param {string} [body]
 * @returns {Promise<number>}
 */
function ask(address, body) {
  return new Promise((resolve) => {
    const sent = request(
      address,
      body === undefined
        ? { agent }
        : { agent, method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        response.resume().once('close', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.once('error', () => resolve(0)).end(body);
  });
}

/**
 * CPU time of the gateway's main thread, so that other work on the machine does not count, and the time in
 * which the thread waited for a CPU. NaN once the process has ended. On systems other than Linux, the
 * elapsed time and 0.
 */
function readThread() {
  if (!hasThread) {
    return { runningMs: performance.now(), waitingMs: 0 };
  }
  try {
    const [running, waiting] = readFileSync(threadFile, 'utf8').split(' ');
    return { runningMs: Number(running) / 1e6, waitingMs: Number(waiting) / 1e6 };
  } catch {
    return { runningMs: Number.NaN, waitingMs: Number.NaN };
  }
}

let atReset = readThread();

/** The share of its time in which the gateway's main thread waited for a CPU. */
function readBusyShare() {
  const { runningMs, waitingMs } = readThread();
  const waited = waitingMs - atReset.waitingMs;
  return waited / (waited + runningMs - atReset.runningMs || 1);
}

/**
 * @typedef {{ now: () => number, longestMs: number, sinceMs: number, isWaiting: boolean }} Figure
 */

/**
 * @param {Figure} figure
 * @param {number} everyMs
 * @param {() => Promise<number>} send
 */
async function measure(figure, everyMs, send) {
  while (!isOver) {
    figure.sinceMs = figure.now();
    figure.isWaiting = true;
    while ((await send()) !== 200) {
      await sleep(AFTER_A_REFUSAL_MS);
    }
    figure.longestMs = longest(figure);
    figure.isWaiting = false;
    await sleep(everyMs);
  }
}

/** @param {Figure} figure */
function longest({ now, longestMs, sinceMs, isWaiting }) {
  return isWaiting ? Math.max(longestMs, now() - sinceMs) : longestMs;
}

void measure(health, HEALTH_EVERY_MS, () => ask(`${new URL('/healthz', url)}`));
void measure(other, OTHER_CALLER_EVERY_MS, () => ask(url, '{"query":"{ __typename }"}'));

parentPort?.on('message', (message) => {
  if (message === 'reset') {
    health.longestMs = 0;
    other.longestMs = 0;
    atReset = readThread();
    return;
  }
  isOver ||= message === 'end';
  parentPort?.postMessage({
    stallMs: longest(health),
    otherCallerMs: longest(other),
    busyShare: readBusyShare(),
    isWaiting: health.isWaiting || other.isWaiting,
  });
});
