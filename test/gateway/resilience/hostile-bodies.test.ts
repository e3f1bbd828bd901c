import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { startGateway, startGatewayOver } from '../../harness/gateway.ts';

const ORGANIZATION = '{ organization(slug: "acme") { slug } }';
const BODY = '{"id":"1","slug":"acme","name":"Acme"}';

const bad = (message: string) => [
  expect.objectContaining({
    message,
    path: ['organization'],
    extensions: expect.objectContaining({ code: 'UPSTREAM_BAD_RESPONSE' }),
  }),
];
const UNASKED = bad('Sentry returned a body in an encoding that was not requested.');

test.each([
  ['gzip', gzipSync(BODY)],
  ['GZIP', gzipSync(BODY)],
  ['x-gzip', gzipSync(BODY)],
  ['X-GZip', gzipSync(BODY)],
  ['br', brotliCompressSync(BODY)],
  ['', BODY],
  ['identity', BODY],
  [', identity ,', BODY],
  ['identity, Br', brotliCompressSync(BODY)],
  ['gzip , br', brotliCompressSync(gzipSync(BODY))],
])('a body in `Content-Encoding: %s` is read', async (encoding, body) => {
  const answer = { status: 200, headers: { 'content-encoding': encoding }, body };
  await using gateway = await startGateway({ intercept: () => answer });
  expect(await gateway.execute(ORGANIZATION)).toEqual({
    status: 200,
    data: { organization: { slug: 'acme' } },
  });
});

test.each([
  'zstd',
  'compress',
  'gzip;q=1',
  'gzip br',
  'constructor',
  '__proto__',
  'toString',
  'gzip, constructor',
  'gzip, gzip, gzip, gzip',
])('a body in `Content-Encoding: %s` is refused', async (encoding) => {
  const answer = { status: 200, headers: { 'content-encoding': encoding }, body: gzipSync(BODY) };
  await using gateway = await startGateway({ intercept: () => answer });
  const { data, errors } = await gateway.execute(ORGANIZATION);
  expect(data).toEqual({ organization: null });
  expect(errors).toEqual(UNASKED);
});

test('a body that does not match its encoding is refused', async () => {
  const answer = { status: 200, headers: { 'content-encoding': 'br, gzip' }, body: gzipSync(BODY) };
  await using gateway = await startGateway({ intercept: () => answer });
  const { errors } = await gateway.execute(ORGANIZATION);
  expect(errors).toEqual(bad('Sentry returned a body that cannot be decompressed.'));
});

test.each([
  ['a list of small objects', `[${'{},'.repeat(3_000_000)}{}]`, 'a list of more than 10000 rows'],
  [
    'a list of lists of small objects',
    `[${`[${'{},'.repeat(100_000)}0],`.repeat(25)}0]`,
    'more than 1500000 values',
  ],
  ['nested lists', '['.repeat(3_000_000), 'more than 250000 values in one object'],
  [
    'an object of many keys',
    `{${'"a":0,'.repeat(1_000_000)}"a":0}`,
    'more than 250000 values in one object',
  ],
])(
  '%s is refused although it has less than 64 MiB, and other fields keep their values',
  async (_, text, limit) => {
    const answer = {
      status: 200,
      headers: { 'content-encoding': 'gzip' },
      body: gzipSync(text),
    };
    await using gateway = await startGateway({
      intercept: ({ path }) => (path.endsWith('/acme/') ? answer : undefined),
    });
    const { data, errors } = await gateway.execute(
      '{ organization(slug: "acme") { slug } other: organization(slug: "hellboy-meowmeow") { slug } }',
    );
    expect(data).toEqual({ organization: null, other: { slug: 'hellboy-meowmeow' } });
    expect(errors).toEqual(bad(`Sentry returned ${limit}, which is the limit.`));
  },
);

/** A gateway with a server that answers every request in this way. */
async function startOver(listener: RequestListener, env: Record<string, string> = {}) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gateway = await startGatewayOver({
    SENTRY_URL: `http://127.0.0.1:${port}`,
    SENTRY_AUTH_TOKEN: 'token',
    SENTRY_RETRIES: '0',
    CACHE: 'off',
    ...env,
  });
  return {
    ...gateway,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      server.closeAllConnections();
      server.close();
    },
  };
}

test('an endless refusal keeps its code, and only its beginning is read', async () => {
  const chunk = 'x'.repeat(16_384);
  const sent = new Promise<number>((resolve) => {
    answer = (response) => {
      let bytes = 0;
      const fill = () => {
        do {
          bytes += chunk.length;
        } while (response.write(chunk));
      };
      response.once('close', () => resolve(bytes)).on('drain', fill);
      response.writeHead(403, { 'content-type': 'application/json' }).write('{"detail":"');
      fill();
    };
  });
  await using gateway = await startOver((_request, response) => answer(response));
  const { errors } = await gateway.execute(ORGANIZATION);
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(errors?.[0]?.message.length).toBeLessThan(200);
  // Includes data in the sockets' buffers.
  expect(await sent).toBeLessThan(16 * 1024 * 1024);
});

let answer: (response: ServerResponse) => void = () => {};

test('a body in chunks of one byte is read', async () => {
  await using gateway = await startOver((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    for (const byte of `${BODY}${' '.repeat(5_000)}`) {
      response.write(byte);
    }
    response.end();
  });
  expect((await gateway.execute(ORGANIZATION)).data).toEqual({ organization: { slug: 'acme' } });
});
