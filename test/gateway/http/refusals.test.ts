import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';

let gateway: TestGateway;
/** Has other routes, and answers no preflight. */
let withoutCors: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
  withoutCors = await startGateway({ env: { NODE_ENV: 'production' } });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await withoutCors[Symbol.asyncDispose]();
});

const BODY = '{"query":"{ __typename }"}';
const POST = `content-type: application/json\r\ncontent-length: ${BODY.length}\r\n`;

/** The response to a request with these lines, whose connection is then closed. */
function send(
  head: string,
  body = '',
  { url }: { readonly url: string } = gateway,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
      socket.write(`${head}connection: close\r\n\r\n${body}`),
    );
    let answer = '';
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}

test.each<
  [name: string, head: string, body: string, status: number, code: string, header?: string]
>([
  [
    'OPTIONS without a preflight',
    'OPTIONS /graphql HTTP/1.1\r\nhost: localhost\r\n',
    '',
    405,
    'METHOD_NOT_ALLOWED',
    'allow: get, post',
  ],
  ['OPTIONS of any path', 'OPTIONS * HTTP/1.1\r\nhost: localhost\r\n', '', 404, 'NOT_FOUND'],
  [
    'OPTIONS of another path',
    'OPTIONS /healthz HTTP/1.1\r\nhost: localhost\r\n',
    '',
    404,
    'NOT_FOUND',
  ],
  [
    'TRACE',
    'TRACE /graphql HTTP/1.1\r\nhost: localhost\r\n',
    '',
    405,
    'METHOD_NOT_ALLOWED',
    'allow: get, post',
  ],
  [
    'PROPFIND',
    'PROPFIND /graphql HTTP/1.1\r\nhost: localhost\r\n',
    '',
    405,
    'METHOD_NOT_ALLOWED',
    'allow: get, post',
  ],
  [
    'CONNECT',
    'CONNECT localhost:443 HTTP/1.1\r\nhost: localhost:443\r\n',
    '',
    405,
    'METHOD_NOT_ALLOWED',
  ],
  [
    'PROPFIND with a body',
    `PROPFIND /graphql HTTP/1.1\r\nhost: localhost\r\n${POST}`,
    BODY,
    405,
    'METHOD_NOT_ALLOWED',
  ],
  ['M-SEARCH', 'M-SEARCH /graphql HTTP/1.1\r\nhost: localhost\r\n', '', 405, 'METHOD_NOT_ALLOWED'],
  [
    'QUERY',
    `QUERY /graphql HTTP/1.1\r\nhost: localhost\r\n${POST}`,
    BODY,
    405,
    'METHOD_NOT_ALLOWED',
  ],
  [
    'DELETE with a query string',
    'DELETE /graphql?query=a HTTP/1.1\r\nhost: localhost\r\n',
    '',
    405,
    'METHOD_NOT_ALLOWED',
  ],
  [
    'a mutation by GET',
    `GET /graphql?query=${encodeURIComponent('mutation { updateIssue(input: { issue: "a" }) { issue { id } } }')} HTTP/1.1\r\nhost: localhost\r\napollo-require-preflight: 1\r\n`,
    '',
    405,
    'BAD_REQUEST',
    'allow: post',
  ],
  ['HEAD', 'HEAD /graphql?query=a HTTP/1.1\r\nhost: localhost\r\n', '', 405, ''],
  [
    'a method that there is not',
    'NONSENSE /graphql HTTP/1.1\r\nhost: localhost\r\n',
    '',
    400,
    'BAD_REQUEST',
  ],
  [
    'PROPFIND of another path',
    'PROPFIND /nothing HTTP/1.1\r\nhost: localhost\r\n',
    '',
    404,
    'NOT_FOUND',
  ],
  [
    'an expectation that nobody meets',
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\nexpect: meow\r\n${POST}`,
    BODY,
    417,
    'EXPECTATION_FAILED',
  ],
  ['no Host', `POST /graphql HTTP/1.1\r\n${POST}`, BODY, 400, 'BAD_REQUEST'],
  ['no Host on another path', 'GET /healthz HTTP/1.1\r\n', '', 400, 'BAD_REQUEST'],
  [
    'two Hosts',
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\nhost: localhost\r\n${POST}`,
    BODY,
    400,
    'BAD_REQUEST',
  ],
  [
    'another Host',
    `POST /graphql HTTP/1.1\r\nhost: attacker.example\r\n${POST}`,
    BODY,
    421,
    'MISDIRECTED_REQUEST',
  ],
  [
    'an unknown transfer encoding',
    'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: meow\r\n',
    BODY,
    400,
    'BAD_REQUEST',
  ],
  [
    'two lengths',
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\n${POST}content-length: 3\r\n`,
    BODY,
    400,
    'BAD_REQUEST',
  ],
  [
    'a chunk that is none',
    'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n',
    'meow\r\n',
    400,
    'BAD_REQUEST',
  ],
  [
    'no content type',
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${BODY.length}\r\n`,
    BODY,
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
])('%s is refused in JSON with a code', async (_name, head, body, status, code, header = '') => {
  for (const { url, defects } of [gateway, withoutCors]) {
    const answer = await send(head, body, { url });
    const [, found] = /^HTTP\/1\.1 (\d{3})/.exec(answer) ?? [];
    expect(Number(found)).toBe(status);
    expect(answer.toLowerCase()).toContain(header);
    if (code !== '') {
      expect(answer.toLowerCase()).toContain('content-type: application/json');
      expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toEqual({
        errors: [{ message: expect.any(String), extensions: expect.objectContaining({ code }) }],
      });
    }
    expect(defects).toEqual([]);
  }
});

test.each([
  [
    'a preflight',
    'OPTIONS /graphql HTTP/1.1\r\nhost: localhost\r\norigin: https://studio.apollographql.com\r\naccess-control-request-method: POST\r\n',
    '',
    204,
  ],
  [
    'an expectation that Node meets',
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\nexpect: 100-continue\r\n${POST}`,
    BODY,
    100,
  ],
  [
    'an upgrade, without it',
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\n${POST}`,
    BODY,
    200,
  ],
  ['HTTP/1.0 without a Host', 'GET /healthz HTTP/1.0\r\n', '', 200],
])('%s is answered', async (_name, head, body, status) => {
  expect(await send(head, body)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
});
