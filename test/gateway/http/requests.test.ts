import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';

const QUERY = '{ __typename }';
const JSON_TYPE = { 'content-type': 'application/json' };

/** The parts of a refusal that a test asserts. */
async function send(
  url: string,
  init: RequestInit,
): Promise<{ status: number; code: string; message: string }> {
  const response = await fetch(url, { method: 'POST', headers: JSON_TYPE, ...init });
  const { errors } = (await response.json()) as {
    errors: [{ message: string; extensions: { code: string } }];
  };
  return { status: response.status, code: errors[0].extensions.code, message: errors[0].message };
}

describe('a request that is not an operation gets a 4xx with a code, and is not logged', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  test.each<[string, RequestInit, number, string]>([
    ['malformed JSON', { body: '{"query": "{ __typename' }, 400, 'BAD_REQUEST'],
    ['an empty body', { body: '' }, 400, 'BAD_REQUEST'],
    ['a list', { body: JSON.stringify([{ query: QUERY }]) }, 400, 'BAD_REQUEST'],
    [
      'JSON nested without end',
      { body: `{"query":"${QUERY}","variables":${deep}}` },
      400,
      'BAD_REQUEST',
    ],
    [
      'a key that reaches a prototype',
      { body: `{"query":"${QUERY}","variables":{"__proto__":{"a":1}}}` },
      400,
      'BAD_REQUEST',
    ],
    [
      'a key that reaches a constructor',
      { body: `{"query":"${QUERY}","variables":{"constructor":{"prototype":{"a":1}}}}` },
      400,
      'BAD_REQUEST',
    ],
    [
      'bytes that are no UTF-8',
      {
        body: Buffer.concat([
          Buffer.from('{"query":"{ __typename }","x":"'),
          Buffer.from([0xc3, 0x28]),
          Buffer.from('"}'),
        ]),
      },
      400,
      'BAD_REQUEST',
    ],
    [
      'another content type',
      { body: QUERY, headers: { 'content-type': 'text/plain' } },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'a form',
      {
        body: 'query=%7B__typename%7D',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'a compressed body',
      {
        body: gzipSync(Buffer.alloc(20_000_000)),
        headers: { ...JSON_TYPE, 'content-encoding': 'gzip' },
      },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'a content type that takes long to parse',
      {
        body: QUERY,
        headers: { 'content-type': `application/json;${' '.repeat(14_000)}x` },
      },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['another method', { method: 'PUT', body: '{}' }, 405, 'METHOD_NOT_ALLOWED'],
    [
      'an unknown encoding of variables',
      { body: `{"query":"${QUERY}","variables":"{}"}` },
      400,
      'BAD_REQUEST',
    ],
  ])('%s', async (_what, init, status, code) => {
    await using gateway = await startGateway();
    expect(await send(gateway.url, init)).toMatchObject({ status, code });
    expect(gateway.defects).toEqual([]);
    expect((await gateway.execute(QUERY)).data).toEqual({ __typename: 'Query' });
  });

  test('a body that is too large is refused, and the message has both numbers', async () => {
    await using gateway = await startGateway({ env: { MAX_REQUEST_BYTES: '2048' } });
    const body = JSON.stringify({ query: `${QUERY}${' '.repeat(3_000)}` });
    expect(await send(gateway.url, { body })).toEqual({
      status: 413,
      code: 'REQUEST_TOO_LARGE',
      message: `The body has ${body.length} bytes; the limit is 2048.`,
    });
  });

  test.each([
    ['an absurd id', 'x'.repeat(10_000)],
    ['an id of control characters', '\u0000\u001b[2J'],
    ['an id that climbs', '../../../0/users/me'],
  ])('%s is refused without a request to Sentry', async (_what, id) => {
    await using gateway = await startGateway();
    const { errors } = await gateway.execute(
      'query ($id: String!, $node: ID!) { issue(organization: "hellboy-meowmeow", id: $id) { title } node(id: $node) { id } }',
      { id, node: id },
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
    ]);
    expect(gateway.upstream.requests).toEqual([]);
  });
});

describe('bytes that are not an HTTP request', () => {
  test('headers that are too large are answered 431', async () => {
    await using gateway = await startGateway();
    const answer = await sendRaw(
      gateway,
      `GET /graphql HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('"code":"HEADERS_TOO_LARGE"');
  });

  test('bytes that are not HTTP are answered 400', async () => {
    await using gateway = await startGateway();
    expect(await sendRaw(gateway, 'GRAPHQL { issues }\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 .*"code":"BAD_REQUEST"/s,
    );
  });

  test('a request that does not arrive in time is answered 408', async () => {
    await using gateway = await startGateway({ env: { REQUEST_TIMEOUT_MS: '150' } });
    const answer = await sendRaw(
      gateway,
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 99\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 .*"code":"REQUEST_TIMEOUT"/s);
  });

  test('a URL that is not a path is answered 400', async () => {
    await using gateway = await startGateway();
    const answer = await sendRaw(
      gateway,
      'GET /%c3%28 HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*"code":"BAD_REQUEST"/s);
  });
});

/** The response to these bytes, until the gateway closes the connection. */
function sendRaw({ url }: TestGateway, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      answer += text;
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}
