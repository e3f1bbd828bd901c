// Asks a gateway from a thread of its own, so that nothing which the attack does delays the clock.
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const HEALTH_EVERY_MS = 5;
const OTHER_CALLER_EVERY_MS = 25;
const AFTER_A_REFUSAL_MS = 10;

/** @type {{ url: string }} */
const { url } = workerData;
const agent = new Agent({ keepAlive: true });
const figures = { health: { longestMs: 0, sinceMs: 0 }, other: { longestMs: 0, sinceMs: 0 } };
let isOver = false;

/**
 * The status of an answer; 0 where none came.
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
 * @param {{ longestMs: number, sinceMs: number }} figure
 * @param {number} everyMs
 * @param {() => Promise<number>} send
 */
async function measure(figure, everyMs, send) {
  while (!isOver) {
    figure.sinceMs = performance.now();
    while ((await send()) !== 200) {
      await sleep(AFTER_A_REFUSAL_MS);
    }
    figure.longestMs = Math.max(figure.longestMs, performance.now() - figure.sinceMs);
    figure.sinceMs = 0;
    await sleep(everyMs);
  }
}

/** @param {{ longestMs: number, sinceMs: number }} figure */
function longest({ longestMs, sinceMs }) {
  return sinceMs === 0 ? longestMs : Math.max(longestMs, performance.now() - sinceMs);
}

void measure(figures.health, HEALTH_EVERY_MS, () => ask(`${new URL('/healthz', url)}`));
void measure(figures.other, OTHER_CALLER_EVERY_MS, () => ask(url, '{"query":"{ __typename }"}'));

parentPort?.on('message', (message) => {
  if (message === 'reset') {
    figures.health.longestMs = 0;
    figures.other.longestMs = 0;
    return;
  }
  isOver ||= message === 'end';
  parentPort?.postMessage({
    stallMs: longest(figures.health),
    otherCallerMs: longest(figures.other),
    isWaiting: figures.health.sinceMs !== 0 || figures.other.sinceMs !== 0,
  });
});
