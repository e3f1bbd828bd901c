import { EventEmitter, once } from 'node:events';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { shedLoad } from '../../../src/http/load-shedding.ts';
import { startGateway } from '../../harness/gateway.ts';

const TITLE = '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { title } }';

/** An upstream that answers when it is released; `asked` resolves at its first request. */
function heldUpstream() {
  const happened = new EventEmitter();
  const released = once(happened, 'release');
  return {
    asked: once(happened, 'asked'),
    release: () => happened.emit('release'),
    intercept: async () => {
      happened.emit('asked');
      await released;
      return undefined;
    },
  };
}

test('operations beyond the limit get 503 at once, health checks do not', async () => {
  const { asked, release, intercept } = heldUpstream();
  await using gateway = await startGateway({ intercept, env: { MAX_REQUESTS_IN_FLIGHT: '1' } });
  const first = gateway.execute(TITLE);
  await asked;
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: TITLE }),
  });
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('1');
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'OVERLOADED', retryAfterMs: 1_000 } }],
  });
  expect((await fetch(new URL('/healthz', gateway.url))).status).toBe(200);
  release();
  expect((await first).status).toBe(200);
  expect((await gateway.execute(TITLE)).status).toBe(200);
});

test('while the event loop is delayed, operations get 503', async () => {
  const fastify = Fastify();
  let delayMs = 300;
  shedLoad(fastify, { maxInFlight: 9, maxEventLoopDelayMs: 200, eventLoopDelayMs: () => delayMs });
  fastify.get('/', async () => 'answered');
  const shed = await fastify.inject('/');
  expect(shed.statusCode).toBe(503);
  expect(shed.json().errors[0].message).toContain(
    'Its event loop is delayed by 300 ms; the limit is 200.',
  );
  delayMs = 20;
  expect((await fastify.inject('/')).body).toBe('answered');
});

test('a shutdown lets operations in progress finish, and readiness is 503 meanwhile', async () => {
  const { asked, release, intercept } = heldUpstream();
  const gateway = await startGateway({
    intercept,
    env: { SHUTDOWN_DELAY_MS: '300', SHUTDOWN_GRACE_MS: '600000' },
  });
  const inFlight = gateway.execute(TITLE);
  await asked;
  const stopped = gateway[Symbol.asyncDispose]();
  expect((await fetch(new URL('/readyz', gateway.url))).status).toBe(503);
  expect((await fetch(new URL('/healthz', gateway.url))).status).toBe(200);
  release();
  // Even if the caller keeps the connection open; otherwise the test would take the whole grace time.
  expect(await inFlight).toMatchObject({
    status: 200,
    data: { issue: { title: expect.any(String) } },
  });
  await stopped;
  await expect(fetch(gateway.url)).rejects.toThrow();
});

test('a shutdown ends operations that take longer than the grace time', async () => {
  const { asked, release, intercept } = heldUpstream();
  const gateway = await startGateway({ intercept, env: { SHUTDOWN_GRACE_MS: '50' } });
  const cut = expect(gateway.execute(TITLE)).rejects.toThrow();
  await asked;
  await Promise.all([cut, gateway[Symbol.asyncDispose]()]);
  release();
});
