import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type Attack, answerOf, ask, post, type Target } from './attack.ts';

export type Answer = NonNullable<Attack['upstream']>;

export const HASHES = `{ issue(organization: "acme", id: "1") { hashes(first: 100) {
  totalCount nodes { hash latestEvent { id title metadata tags { key value } contexts entries { __typename } } }
} } }`;
export const ISSUE = '{ issue(organization: "acme", id: "1") { title metadata } }';

export type Headers = Readonly<Record<string, string>>;

/** Answers every request with the same body. */
export function answerWith(body: string | Buffer, headers: Headers = {}, status = 200): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
}

/** A body that is small when compressed; created at the first request. */
export function answerPacked(make: () => string, encoding = 'gzip', pack = gzipSync): Answer {
  let packed: Buffer | undefined;
  return (request, response) => {
    packed ??= pack(make());
    answerWith(packed, { 'content-encoding': encoding })(request, response);
  };
}

export const event = (fields: string) =>
  `{"id":"${'0'.repeat(32)}","eventID":"${'0'.repeat(32)}","groupID":"1","title":"An event","entries":[],"contexts":{}${fields}}`;
export const hash = (fields: string) => `{"id":"${'1'.repeat(32)}","latestEvent":${event(fields)}}`;
export const list = (item: string, count: number) => `[${`${item},`.repeat(count - 1)}${item}]`;

export const askHashes = (target: Target) => ask(target, HASHES);
export const askFourTimes = async (target: Target) =>
  (await Promise.all([1, 2, 3, 4].map((number) => ask(target, named(number))))).join('; ');
const named = (number: number) => HASHES.replace('{ issue', `query Q${number} { issue`);

/** Sends a body in chunks of one byte, as fast as they are read. */
export function inChunksOfOneByte(bytes: number): Answer {
  const packet = '1\r\n \r\n'.repeat(10_000);
  return ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n');
    socket.write('transfer-encoding: chunked\r\n\r\n');
    let left = bytes / 10_000;
    const fill = () => {
      for (; left > 0 && !socket.destroyed; left -= 1) {
        if (!socket.write(packet)) {
          return;
        }
      }
      socket.end('2\r\n[]\r\n0\r\n\r\n');
    };
    socket.on('drain', fill).on('error', () => undefined);
    fill();
  };
}

/** Answers without end. */
export function withoutEnd(status: number, start: string): Answer {
  return (_request: IncomingMessage, response: ServerResponse) => {
    const chunk = 'x'.repeat(65_536);
    const fill = () => {
      while (!response.destroyed && response.write(chunk)) {}
    };
    response.writeHead(status, { 'content-type': 'application/json' }).write(start);
    response.on('drain', fill).on('error', () => undefined);
    fill();
  };
}

/** Settings for JWTs whose keys come from this server. */
export function keySetAt(url: string) {
  return {
    GATEWAY_JWKS_URL: `${url}/jwks`,
    GATEWAY_JWT_ISSUER: 'https://login.example.com/',
    GATEWAY_JWT_AUDIENCE: 'sentry-graphql',
  };
}

/** Sends an operation with a JWT whose key is in no key set. */
export async function askWithJwt(target: Target): Promise<string> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    iss: 'https://login.example.com/',
    aud: 'sentry-graphql',
    sub: 'ann',
    exp: Math.floor(Date.now() / 1_000) + 600,
  };
  const jwt = `${part({ alg: 'RS256', kid: 'a' })}.${part(claims)}.${'A'.repeat(342)}`;
  return answerOf(
    await post(target, { query: '{ __typename }' }, { authorization: `Bearer ${jwt}` }),
  );
}
