import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Attack, ask, inTurn, post, sendBody, type Target } from './attack.ts';
import { nested } from './document-attacks.ts';

/** What a request can do before its document is looked at: headers, URLs, bodies. */
export const REQUEST_ATTACKS: readonly Attack[] = [
  {
    name: 'a body of 1 MB of spaces, of brackets, of one key, of one number, of many keys',
    send: (target) =>
      statuses([
        () => send(target, ' '.repeat(1_000_000)),
        () => send(target, nested(500_000)),
        () => send(target, `{"${'a'.repeat(1_000_000)}":1}`),
        () => send(target, '9'.repeat(1_000_000)),
        () => send(target, `{${'"a":1,'.repeat(160_000)}"query":"{ __typename }"}`),
        () => send(target, `{"query":${nested(400_000)}}`),
        () => send(target, `{"query":"{ __typename }","variables":"${'a'.repeat(900_000)}"}`),
        () => send(target, `{"query":"{ __typename }","variables":${nested(400_000)}}`),
        () => send(target, `[${'{"query":"{ __typename }"},'.repeat(30_000)}{}]`),
        () => send(target, `{"query":"{ __typename }","a":{"__proto__":${nested(300_000)}}}`),
        () => send(target, `{"query":"${'\\u0020'.repeat(160_000)}"}`),
        () =>
          send(
            target,
            `{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"${'a'.repeat(900_000)}"}}}`,
          ),
      ]),
    answer: /^(200|400)(, (200|400))*$/,
    // Twelve bodies.
    bounds: { grownMb: 200 },
  },
  {
    name: 'compressed bodies that unpack to 100 MB',
    send: (target) => {
      const bomb = gzipSync(' '.repeat(100_000_000));
      const twice = gzipSync(bomb);
      const brotli = brotliCompressSync(' '.repeat(100_000_000));
      return statuses([
        () => raw(target, bomb, 'gzip'),
        () => raw(target, twice, 'gzip, gzip'),
        () => raw(target, brotli, 'br'),
        () => raw(target, bomb, 'GZIP'),
        () => raw(target, bomb, 'deflate'),
        () => raw(target, bomb, 'zstd'),
      ]);
    },
    answer: /^415(, 415)*$/,
  },
  {
    name: 'bodies of other media types and charsets',
    send: (target) =>
      statuses(
        [
          'text/plain',
          'multipart/form-data; boundary=a',
          'application/x-www-form-urlencoded',
          'application/graphql',
          'application/json; charset=utf-16',
          `application/json; ${'a=b; '.repeat(2_000)}`,
          'application/jsonx',
        ].map(
          (type) => () => sendBody(target, '{"query":"{ __typename }"}', { 'content-type': type }),
        ),
      ),
    answer: /^(200|415)(, (200|415))*$/,
  },
  ...[
    ['accept', 'a/b;q=0.1,'.repeat(1_400)],
    ['accept', '*/*;q=0.'.repeat(1_400)],
    ['accept-encoding', 'gzip;q=0.1,'.repeat(1_300)],
    ['if-none-match', '"a",W/"b",'.repeat(1_400)],
    ['cookie', 'a=b; '.repeat(2_800)],
    ['x-request-id', 'a'.repeat(14_000)],
    ['traceparent', `00-${'0'.repeat(14_000)}`],
    ['authorization', `Bearer ${'a'.repeat(14_000)}`],
    ['x-api-key', 'a'.repeat(14_000)],
    ['content-type', `application/json;${' '.repeat(14_000)}x`],
    ['forwarded', 'for=1;'.repeat(2_300)],
    ['origin', `https://${'a.'.repeat(7_000)}example.com`],
    ['range', 'bytes=0-1,'.repeat(1_400)],
  ].map(([name = '', value = '']) => ({
    name: `300 requests with 14 kB of \`${name}: ${value.slice(0, 12).trim()}…\``,
    send: (target: Target) =>
      inTurn(300, () => sendBody(target, '{"query":"{ __typename }"}', { [name]: value })),
    answer: /^(200|304|4\d\d)/,
  })),
  {
    name: '300 requests with 1,200 headers',
    send: (target) =>
      inTurn(300, () =>
        sendBody(
          target,
          '{"query":"{ __typename }"}',
          Object.fromEntries(Array.from({ length: 1_200 }, (_, index) => [`x-${index}`, 'a'])),
        ),
      ),
    answer: /^(200|431)/,
  },
  {
    name: 'paths and queries of 14 kB',
    send: (target) =>
      statuses(
        [
          `?query={__typename}${'&a=1'.repeat(3_400)}`,
          `?query=${'%20'.repeat(4_000)}`,
          `?${'query={__typename}&'.repeat(700)}`,
          `?query={__typename}&variables=${encodeURIComponent(nested(2_000))}`,
          `?query={__typename}&variables=${encodeURIComponent('{"__proto__":1}')}`,
          `?query={__typename}&extensions=${'%22'.repeat(4_000)}`,
          '/../'.repeat(3_000),
          '%'.repeat(9_000),
          `/${'a/'.repeat(6_000)}`,
        ].map(
          (suffix) => () =>
            fetch(`${target.url}${suffix}`, { headers: { 'apollo-require-preflight': '1' } }).then(
              ({ status }) => `${status}`,
            ),
        ),
      ),
    answer: /^(200|400|404|431)(, (200|400|404|431))*$/,
  },
  {
    name: '10,000 small operations one after another, each with another name',
    send: (target) => inTurn(10_000, (index) => ask(target, `query A${index} { __typename }`)),
    answer: '200 data',
    // Parsed documents are kept.
    bounds: { grownMb: 200 },
  },
  {
    name: '3,000 small operations at once',
    async send(target) {
      const answers = await Promise.all(
        Array.from({ length: 3_000 }, (_, index) =>
          ask(target, `{ a${index}: __typename }`).catch(() => '408 REQUEST_TIMEOUT'),
        ),
      );
      return [...new Set(answers)].sort().join('; ');
    },
    // Beyond the limits of operations in progress, and of bodies that have not arrived.
    answer: /^200 data(; 408 REQUEST_TIMEOUT)?(; 503 OVERLOADED)?$/,
    bounds: { grownMb: 200, otherCallerMs: 10_000 },
  },
];

function send(target: Target, body: string): Promise<string> {
  return sendBody(target, body);
}

async function raw(target: Target, body: Buffer, encoding: string): Promise<string> {
  const { status } = await fetch(target.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': encoding },
    body: new Uint8Array(body),
  }).catch(() => post(target, '', { 'content-encoding': encoding }));
  return `${status}`;
}

/** The statuses of requests that are sent one after another. */
async function statuses(requests: readonly (() => Promise<string>)[]): Promise<string> {
  const found: string[] = [];
  for (const request of requests) {
    found.push((await request()).slice(0, 3));
  }
  return found.join(', ');
}
