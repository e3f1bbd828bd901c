import { request } from 'node:http';
import { beforeAll, expect, test } from 'vitest';
import { buildPages } from '../../harness/browser.ts';
import { startGateway } from '../../harness/gateway.ts';

beforeAll(buildPages);

test('a built page loads only from the gateway, and its assets are cached for a year', async () => {
  await using gateway = await startGateway();
  const page = await fetch(new URL('/graphiql', gateway.url));
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self';/);
  const html = await page.text();
  expect(html).not.toMatch(/<script(?! type="application\/json")[^>]*>[^<]/);

  const script = /src="([^"]+\.js)"/.exec(html)?.[1] ?? '';
  const asset = await fetch(new URL(script, gateway.url));
  expect(asset.status).toBe(200);
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(asset.headers.get('content-type')).toMatch(/javascript/);
  await asset.body?.cancel();
});

test('paths below the page return the page, and missing assets are 404', async () => {
  await using gateway = await startGateway();
  const page = await fetch(new URL('/graphiql/anything/below', gateway.url));
  expect(await page.text()).toContain('id="settings"');
  for (const path of [
    '/graphiql/assets/none.js',
    '/graphiql/assets/',
    '/graphiql/assets//a.test/',
  ]) {
    expect((await fetch(new URL(path, gateway.url), { redirect: 'manual' })).status).toBe(404);
  }
});

test.each([
  '/graphiql/assets/../../../../package.json',
  '/graphiql/assets/..%2f..%2f..%2f..%2fpackage.json',
  '/graphiql/assets/%2e%2e/%2e%2e/%2e%2e/%2e%2e/package.json',
  '/graphiql/assets/..%5c..%5cpackage.json',
  '/graphiql/assets/%00',
])('files outside its assets cannot be read: %s', async (path) => {
  await using gateway = await startGateway();
  const body = await readRaw(gateway.url, path);
  expect(body).not.toContain('"dependencies"');
});

/** The response to a path that is sent unchanged; `fetch` would normalize it. */
async function readRaw(base: string, path: string): Promise<string> {
  const { port } = new URL(base);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, async (response) => {
      resolve(Buffer.concat(await response.toArray()).toString());
    })
      .on('error', reject)
      .end();
  });
}

test.each(['/graphql', '/graphiql', '/graphiql/any/path', '/triage'])(
  'a page of another site cannot show %s in a frame',
  async (path) => {
    await using gateway = await startGateway();
    const page = await fetch(new URL(path, gateway.url), { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  },
);
