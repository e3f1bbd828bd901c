/*
 * The demo Sentry in a process of its own. Each body is made once and then sent as the same bytes, never
 * compressed, so that the upstream costs every contender the same and is not what is measured.
 */
import { createDataset } from '../dist/embedded-sentry/dataset.js';
import { startEmbeddedSentry } from '../dist/embedded-sentry/server.js';

const { DIALECT, HASHES } = process.env;
const answers = new Map();
const FILL = 'x-bench-fill';
let requests = 0;
/** Of each response, and of each row of a hash list: Sentry reads their events one after the other. */
let [delayMs, rowMs] = [0, 0];

const sentry = await startEmbeddedSentry({
  dataset: createDataset(HASHES ? { benchmarkHashes: Number(HASHES) } : {}),
  dialect: DIALECT,
  async intercept({ method, url, headers }) {
    if (headers[FILL] || method !== 'GET') {
      return undefined;
    }
    requests += 1;
    const begin = performance.now();
    const known = answers.get(url) ?? fill(url);
    answers.set(url, known);
    const { answer, rows } = await known;
    const waitMs = delayMs + rows * rowMs - (performance.now() - begin);
    if (waitMs > 0) {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
    return answer;
  },
});

/** Each caller has a token of its own, which is not checked. */
async function fill(url) {
  const response = await fetch(new URL(url, sentry.url), {
    headers: { [FILL]: '1', authorization: `Bearer ${sentry.token}` },
  });
  const body = Buffer.from(await response.arrayBuffer());
  const answer = {
    status: response.status,
    headers: {
      'content-type': 'application/json',
      'content-encoding': 'identity',
      ...(response.headers.has('link') ? { link: response.headers.get('link') } : {}),
    },
    body,
  };
  const isHashList = response.ok && new URL(url, sentry.url).pathname.endsWith('/hashes/');
  return { answer, rows: isHashList ? JSON.parse(body).length : 0 };
}

process.on('message', ({ id, type, value }) => {
  if (type === 'delay') {
    delayMs = value;
  }
  if (type === 'rowDelay') {
    rowMs = value;
  }
  const result = type === 'count' ? requests : true;
  if (type === 'reset') {
    requests = 0;
  }
  process.send({ id, result });
});
process.send({ url: sentry.url, token: sentry.token });
