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

/** Does not decompress the body, as `fetch` would. */
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
  'a large response is compressed with %s for a caller who accepts %s',
  async (encoding, accepted, decompress) => {
    await using gateway = await startGateway();
    const plain = await get(gateway.url, LARGE);
    const compressed = await get(gateway.url, LARGE, { 'accept-encoding': accepted });
    expect(plain.headers['content-encoding']).toBe(undefined);
    expect(compressed.headers['content-encoding']).toBe(encoding);
    expect(compressed.headers['vary']).toContain('accept-encoding');
    expect(decompress(compressed.body)).toEqual(plain.body);
    expect(compressed.body.length).toBeLessThan(plain.body.length);
  },
);

test('a small response is not compressed, and none is with COMPRESSION=false', async () => {
  await using gateway = await startGateway({ env: { COMPRESSION: 'false' } });
  const headers = { 'accept-encoding': 'br' };
  expect((await get(gateway.url, LARGE, headers)).headers['content-encoding']).toBe(undefined);
  await using packing = await startGateway();
  expect((await get(packing.url, SMALL, headers)).headers['content-encoding']).toBe(undefined);
});

test.each([SMALL, LARGE])(
  'a result that the caller already has is answered 304: %s',
  async (query) => {
    await using gateway = await startGateway();
    const origin = 'https://studio.apollographql.com';
    const first = await get(gateway.url, query, { 'accept-encoding': 'br', origin });
    expect(first.headers['cache-control']).toBe('private, no-cache');
    expect(String(first.headers['vary']).split(', ')).toEqual(
      expect.arrayContaining(['Origin', 'accept', 'authorization', 'x-api-key']),
    );
    const etag = String(first.headers['etag']);
    expect(etag).toMatch(/^W\/"[\w-]+"$/);
    for (const condition of [etag, etag.slice(2), `"a", ${etag} , W/"b"`, '*', ' * ']) {
      const again = await get(gateway.url, query, {
        'accept-encoding': 'br',
        'if-none-match': condition,
      });
      expect(again, condition).toMatchObject({ status: 304, body: Buffer.alloc(0) });
      expect(again.headers).toMatchObject({ etag, 'cache-control': 'private, no-cache' });
      expect(again.headers['content-type']).toBe(undefined);
    }
    for (const condition of ['W/"other"', '"a", W/"b"', etag.slice(0, -2), '']) {
      const other = await get(gateway.url, query, { 'if-none-match': condition });
      expect(other.status, condition).toBe(200);
    }
  },
);

test.each([
  ['an operation that is refused', '{ nothing }', {}, 200],
  ['a mutation', 'mutation { updateIssue(input: { issue: "a" }) { issue { id } } }', {}, 405],
  ['a GET without preflight', SMALL, { 'apollo-require-preflight': '' }, 400],
])('%s has no ETag and must not be stored', async (_name, query, headers, expected) => {
  await using gateway = await startGateway();
  for (const condition of ['"a"', '*']) {
    const answer = await get(gateway.url, query, { ...headers, 'if-none-match': condition });
    expect(answer.status).toBe(expected);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['etag']).toBe(undefined);
  }
});

test('a large response has `Vary: Accept-Encoding`, compressed or not', async () => {
  await using gateway = await startGateway();
  for (const accepted of ['br', 'identity', 'br;q=0, gzip;q=0', '']) {
    const { headers } = await get(gateway.url, LARGE, { 'accept-encoding': accepted });
    expect(headers['content-encoding'], accepted).toBe(accepted === 'br' ? 'br' : undefined);
    expect(headers['vary'], accepted).toContain('accept-encoding');
  }
});

test.each([
  ['gzip, br;q=0.5', 'gzip'],
  ['gzip;q=0.5, br;q=0.5', 'br'],
  ['GZIP', 'gzip'],
  ['*', 'br'],
  ['br;q=0, *', 'gzip'],
  ['*;q=0', undefined],
  ['deflate', undefined],
  ['gzip;q=nonsense', undefined],
])('a caller who accepts "%s" gets %s', async (accepted, encoding) => {
  await using gateway = await startGateway();
  const { headers } = await get(gateway.url, LARGE, { 'accept-encoding': accepted });
  expect(headers['content-encoding']).toBe(encoding);
});

test('a connection serves several operations', async () => {
  await using gateway = await startGateway();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { headers } = await get(gateway.url, SMALL, {}, agent);
  expect(headers['connection']).toBe('keep-alive');
  expect(Object.values(agent.freeSockets).flat()).toHaveLength(1);
  expect((await get(gateway.url, LARGE, {}, agent)).status).toBe(200);
  agent.destroy();
});
