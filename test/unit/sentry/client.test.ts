import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type ReplacementAnswer, startEmbeddedSentry } from '../../../embedded-sentry/server.ts';
import { endpoints } from '../../../src/sentry/endpoints.ts';
import { joinOperation } from '../../../src/telemetry/trace.ts';
import { type Caller, createClient } from '../../../src/upstream/client.ts';
import { createDeadline } from '../../../src/upstream/deadline.ts';
import { createRouting } from '../../../src/upstream/routing.ts';
import { connectServer, type UpstreamServerOptions } from '../../../src/upstream/server.ts';

/** One server for all organizations. */
function connect(options: UpstreamServerOptions) {
  const routing = createRouting({
    served: null,
    targets: new Map(),
    common: { url: options.url, token: null },
    connect: () => connectServer(options),
  });
  return {
    clientFor: (caller: Omit<Caller, 'operation'>) =>
      createClient({ ...caller, operation: joinOperation('test', {}) }, routing),
    close: () => routing.close(),
  };
}

const organization = (slug: string) => ({
  endpoint: endpoints.organization,
  params: { organization: slug },
});

/**
 * Reads an organization from an upstream that returns `answer`, or its own response if that is
 * undefined.
 */
async function read(
  answer: ReplacementAnswer | undefined,
  options: Partial<UpstreamServerOptions> = {},
) {
  const embedded = await startEmbeddedSentry({ recordRequests: true, intercept: () => answer });
  const upstream = connect({ url: embedded.url, ...options });
  try {
    const client = upstream.clientFor({ token: embedded.token });
    const { body } = await client.send(organization('hellboy-meowmeow'));
    return { body, requests: embedded.requests };
  } finally {
    await upstream.close();
    await embedded.stop();
  }
}

const limit = expect.objectContaining({
  kind: 'badResponse',
  message: 'Sentry returned a body of more than 1000 bytes, which is the limit.',
});

test('a body over the limit is refused, compressed or not', async () => {
  const body = JSON.stringify('x'.repeat(2_000));
  await expect(read({ status: 200, body }, { maxBodyBytes: 1_000 })).rejects.toEqual(limit);
  const bomb = {
    status: 200,
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(JSON.stringify('x'.repeat(1_000_000))).subarray(0),
  };
  expect(bomb.body.length).toBeLessThan(2_000);
  await expect(read(bomb, { maxBodyBytes: 1_000 })).rejects.toEqual(limit);
});

test('compressed bodies are requested and decompressed', async () => {
  const packed = {
    status: 200,
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync('{"slug":"packed"}'),
  };
  const { body, requests } = await read(packed);
  expect(body).toEqual({ slug: 'packed' });
  expect(requests[0]?.headers['accept-encoding']).toBe('gzip, br');
});

test('an encoding that was not requested is refused', async () => {
  const answer = { status: 200, headers: { 'content-encoding': 'zstd' }, body: 'x' };
  await expect(read(answer)).rejects.toMatchObject({ kind: 'badResponse' });
});

test('a base URL can have a path prefix', async () => {
  const embedded = await startEmbeddedSentry({ recordRequests: true });
  const upstream = connect({ url: `${embedded.url}/sentry/` });
  await expect(
    upstream.clientFor({ token: embedded.token }).send(organization('o')),
  ).rejects.toMatchObject({ kind: 'unsupported' });
  expect(embedded.requests.map((request) => request.path)).toEqual([
    '/sentry/api/0/organizations/o/',
  ]);
  await upstream.close();
  await embedded.stop();
});

test('an aborted signal cancels the request', async () => {
  const left = new AbortController();
  const embedded = await startEmbeddedSentry({
    intercept: () => {
      left.abort();
      return new Promise(() => {});
    },
  });
  const upstream = connect({ url: embedded.url });
  const client = upstream.clientFor({
    token: embedded.token,
    deadline: createDeadline(60_000, left.signal),
  });
  await expect(client.send(organization('o'))).rejects.toMatchObject({ kind: 'cancelled' });
  await upstream.close();
  await embedded.stop();
});
