import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { startGateway } from '../../harness/gateway.ts';

const LARGE =
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { hashes(first: 100) { nodes { hash } } } }';
const SMALL = '{ __typename }';

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks without unpacking, which `fetch` does by itself. */
function get(
  base: string,
  query: string,
  headers: Record<string, string> = {},
  agent?: Agent,
): Promise<Answer> {
  const url = `${base}?${new URLSearchParams({ query })}`;
  return new Promise((resolve, reject) => {
    request(
      url,
      { headers: { 'apollo-require-preflight': 'true', ...headers }, ...(agent && { agent }) },
      async (response) =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(await response.toArray()),
        }),
    )
      .on('error', reject)
      .end();
  });
}

test.each([
  ['br', 'gzip, deflate, br', brotliDecompressSync],
  ['gzip', 'gzip, deflate', gunzipSync],
] as const)(
  'a large answer is packed with %s for who takes %s',
  async (encoding, accepted, unpack) => {
    await using gateway = await startGateway();
    const plain = await get(gateway.url, LARGE);
    const packed = await get(gateway.url, LARGE, { 'accept-encoding': accepted });
    expect(plain.headers['content-encoding']).toBe(undefined);
    expect(packed.headers['content-encoding']).toBe(encoding);
    expect(packed.headers['vary']).toContain('accept-encoding');
    expect(unpack(packed.body)).toEqual(plain.body);
    expect(packed.body.length).toBeLessThan(plain.body.length);
  },
);

test('a small answer is not worth packing, nor any with COMPRESSION=false', async () => {
  await using gateway = await startGateway({ env: { COMPRESSION: 'false' } });
  const headers = { 'accept-encoding': 'br' };
  expect((await get(gateway.url, LARGE, headers)).headers['content-encoding']).toBe(undefined);
  await using packing = await startGateway();
  expect((await get(packing.url, SMALL, headers)).headers['content-encoding']).toBe(undefined);
});

test.each([SMALL, LARGE])('what the caller has is not sent again: %s', async (query) => {
  await using gateway = await startGateway();
  const origin = 'https://studio.apollographql.com';
  const first = await get(gateway.url, query, { 'accept-encoding': 'br', origin });
  expect(first.headers['cache-control']).toBe('private, no-cache');
  expect(first.headers['vary']).toMatch(/^Origin, accept, authorization, x-api-key/);
  const etag = String(first.headers['etag']);
  expect(etag).toMatch(/^W\/"/);
  const again = await get(gateway.url, query, { 'accept-encoding': 'br', 'if-none-match': etag });
  expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
  expect((await get(gateway.url, query, { 'if-none-match': 'W/"other"' })).status).toBe(200);
});

test('an answer with errors alone is not kept', async () => {
  await using gateway = await startGateway();
  const { status, headers } = await get(gateway.url, '{ nothing }');
  expect(status).toBe(400);
  expect(headers['cache-control']).toBe('no-store');
});

test('a connection serves one operation after another', async () => {
  await using gateway = await startGateway();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { headers } = await get(gateway.url, SMALL, {}, agent);
  expect(headers['connection']).toBe('keep-alive');
  expect(Object.values(agent.freeSockets).flat()).toHaveLength(1);
  expect((await get(gateway.url, LARGE, {}, agent)).status).toBe(200);
  agent.destroy();
});
