import { expect, test } from 'vitest';
import { startEmbeddedSentry } from '../../embedded-sentry/server.ts';

const PATH = '/api/0/organizations/hellboy-meowmeow/?a=1&a=2';

test('requests are recorded unchanged, only if requested, until the record is cleared', async () => {
  const sentry = await startEmbeddedSentry({ recordRequests: true });
  const silent = await startEmbeddedSentry();
  await fetch(`${sentry.url}${PATH}`);
  await fetch(`${silent.url}${PATH}`);
  expect(sentry.requests).toMatchObject([
    { method: 'GET', path: '/api/0/organizations/hellboy-meowmeow/', url: PATH },
  ]);
  expect(sentry.requests[0]?.query.getAll('a')).toEqual(['1', '2']);
  expect(silent.requests).toEqual([]);
  sentry.forgetRequests();
  expect(sentry.requests).toEqual([]);
  await Promise.all([sentry.stop(), silent.stop()]);
});

test('an interception can delay a response, replace it, or throw', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const sentry = await startEmbeddedSentry({
    intercept: async ({ query }) => {
      switch (query.get('play')) {
        case 'hold':
          await held;
          return undefined;
        case 'defect':
          throw new Error('a defect');
        default:
          return { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad</h1>' };
      }
    },
  });
  const waiting = fetch(`${sentry.url}/api/0/wibble/?play=hold`);
  const replaced = await fetch(`${sentry.url}/api/0/wibble/`);
  expect([replaced.status, await replaced.text()]).toEqual([502, '<h1>Bad</h1>']);
  const failed = await fetch(`${sentry.url}/api/0/wibble/?play=defect`);
  expect([failed.status, await failed.json()]).toEqual([
    500,
    { detail: 'Internal Error', errorId: expect.stringMatching(/^[0-9a-f]{32}$/) },
  ]);
  release();
  expect((await waiting).status).toBe(404);
  await sentry.stop();
});

test('it starts quickly, and stops even if a connection is kept alive', async () => {
  const begun = performance.now();
  const sentry = await startEmbeddedSentry();
  expect(performance.now() - begun).toBeLessThan(500);
  await (await fetch(`${sentry.url}${PATH}`)).text();
  await sentry.stop();
  await expect(fetch(`${sentry.url}${PATH}`)).rejects.toThrow();
});
