/*
 * The demo Sentry in a process of its own. Each body is made once and then sent as the same bytes, never
 * compressed, so that the upstream costs every contender the same and is not what is measured.
 */
import { createDataset } from '../dist/embedded-sentry/dataset.js';
import { startEmbeddedSentry } from '../dist/embedded-sentry/server.js';

const answers = new Map();
const FILL = 'x-bench-fill';
let requests = 0;
let delayMs = 0;

const sentry = await startEmbeddedSentry({
  dataset: createDataset(),
  dialect: process.env.DIALECT,
  async intercept({ method, url, headers }) {
    if (headers[FILL] || method !== 'GET') {
      return undefined;
    }
    requests += 1;
    const known = answers.get(url) ?? fill(url, headers.authorization);
    answers.set(url, known);
    const [answer] = await Promise.all([
      known,
      delayMs > 0 ? new Promise((resolve) => setTimeout(resolve, delayMs)) : null,
    ]);
    return answer;
  },
});

async function fill(url, authorization = '') {
  const response = await fetch(new URL(url, sentry.url), {
    headers: { [FILL]: '1', authorization },
  });
  return {
    status: response.status,
    headers: {
      'content-type': 'application/json',
      'content-encoding': 'identity',
      ...(response.headers.has('link') ? { link: response.headers.get('link') } : {}),
    },
    body: Buffer.from(await response.arrayBuffer()),
  };
}

process.on('message', ({ id, type, value }) => {
  if (type === 'delay') {
    delayMs = value;
  }
  const result = type === 'count' ? requests : true;
  if (type === 'reset') {
    requests = 0;
  }
  process.send({ id, result });
});
process.send({ url: sentry.url, token: sentry.token });
