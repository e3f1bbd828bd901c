import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type Attack, ask, type Target } from './attack.ts';
import { nested } from './document-attacks.ts';
import {
  type Answer,
  answerPacked,
  answerWith,
  askFourTimes,
  askHashes,
  askWithJwt,
  event,
  HASHES,
  type Headers,
  hash,
  ISSUE,
  keySetAt,
  list,
  withoutEnd,
} from './server-answers.ts';

/** Refuses the first request and answers the others. */
function onceThenHealthy(status: number, headers: Headers): Answer {
  let isFirst = true;
  return (request, response) => {
    answerWith(
      isFirst ? '' : `[${hash('')}]`,
      isFirst ? headers : {},
      isFirst ? status : 200,
    )(request, response);
    isFirst = false;
  };
}

const withoutCache = () => ({ CACHE: 'off' });

const askTwice = async (target: Target) =>
  `${await ask(target, HASHES)}; ${await ask(target, HASHES.replace('{ issue', 'query Again { issue'))}`;

const limitHeaders = (reset: string): Headers => ({
  'x-sentry-rate-limit-limit': '5',
  'x-sentry-rate-limit-remaining': '0',
  'x-sentry-rate-limit-reset': reset,
});

/** Frames that are small as JSON and large as objects. */
const frames = (count: number) =>
  `,"entries":[{"type":"exception","data":{"values":[{"type":"E","value":"v","stacktrace":{"frames":${list('{"function":"f"}', count)}}}]}}]`;

const FRAMES =
  '{ issue(organization: "acme", id: "1") { hashes(first: 100) { nodes { latestEvent { entries { ... on ExceptionEntry { values { stacktrace { frames { function filename lineNo vars context { line } } } } } } } } } } }';

/** Pages of 25 issues, which are requested side by side. */
const MANY_PAGES = `{ ${Array.from({ length: 25 }, (_, index) => `a${index}: issue(organization: "acme", id: "${index + 1}") { hashes(first: 100) { nodes { hash latestEvent { title metadata } } } }`).join(' ')} }`;

/** Hashes that differ, as otherwise all but one are left out. */
function hashes(count: number, fields: (row: number) => string): string {
  const rows = Array.from({ length: count }, (_, row) =>
    hash(fields(row)).replace('1'.repeat(32), `${row}`.padStart(32, '0')),
  );
  return `[${rows.join()}]`;
}

/** More bodies, headers and waits of each kind. */
export const MORE_SERVER_ATTACKS: readonly Attack[] = [
  // Not waits at all, or of the past: the next request is sent after the ordinary backoff.
  ...[
    '-1',
    '-9999999999',
    'NaN',
    'Infinity',
    '1e309',
    '0x7fffffff',
    '1.5',
    '5, 5',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    'tomorrow',
    '\u00e9'.repeat(2_000),
  ].map((wait) => ({
    name: `429 with \`Retry-After: ${wait.slice(0, 30)}\`, then data`,
    env: withoutCache,
    upstream: onceThenHealthy(429, { 'retry-after': wait }),
    send: askTwice,
    answer: '200 data; 200 data',
  })),
  ...['0', '-1', 'NaN', '1e3', '1', '-1e309', 'None', '', '12, 13'].map((reset) => ({
    name: `200 with nothing remaining and \`X-Sentry-Rate-Limit-Reset: ${reset}\`, then data`,
    env: withoutCache,
    upstream: answerWith(`[${hash('')}]`, limitHeaders(reset)),
    send: askTwice,
    answer: '200 data; 200 data',
  })),
  ...['1e309', '9'.repeat(400), '253402300799'].map((reset) => ({
    name: `429 with a reset of ${reset.slice(0, 12)}`,
    upstream: answerWith('', limitHeaders(reset), 429),
    send: askHashes,
    answer: '200 data, RATE_LIMITED',
  })),
  ...['GZIP', 'x-gzip', 'identity, gzip'].map((encoding) => ({
    name: `a body in \`Content-Encoding: ${encoding}\``,
    upstream: answerPacked(() => `[${hash('')}]`, encoding),
    send: askHashes,
    answer: '200 data',
  })),
  {
    name: '61 kB of Brotli that unpack to 62 MB of `{},`',
    upstream: answerPacked(() => list('{}', 20_000_000), 'br', brotliCompressSync),
    send: askHashes,
    answer: '200 data, UPSTREAM_BAD_RESPONSE',
  },
  {
    name: 'gzip in gzip in gzip that unpacks to 64 MB of spaces',
    upstream: answerPacked(
      () => `${' '.repeat(64_000_000)}[]`,
      'gzip, gzip, gzip',
      (text) => gzipSync(gzipSync(gzipSync(text))),
    ),
    send: askHashes,
    answer: /^200 data/,
  },
  {
    name: 'Brotli of gzip that unpacks to 200 MB',
    upstream: answerPacked(
      () => ' '.repeat(200_000_000),
      'gzip, br',
      (text) => brotliCompressSync(gzipSync(text)),
    ),
    send: askHashes,
    answer: '200 data, UPSTREAM_BAD_RESPONSE',
  },
  {
    name: 'deflate, which was not requested, that unpacks to 200 MB',
    upstream: answerPacked(() => ' '.repeat(200_000_000), 'deflate', deflateSync),
    send: askHashes,
    answer: '200 data, UPSTREAM_BAD_RESPONSE',
  },
  {
    name: 'a refusal whose compressed `detail` unpacks to 60 MB',
    upstream: (request, response) =>
      answerWith(
        gzipSync(`{"detail":"${'x'.repeat(60_000_000)}"}`),
        { 'content-encoding': 'gzip' },
        403,
      )(request, response),
    send: askHashes,
    answer: '200 data, FORBIDDEN',
  },
  ...[
    `{"detail":${nested(30_000)}}`,
    `{"detail":[${list('{"loc":["a"],"msg":"b"}', 2_500)}]}`,
    `{"detail":{"message":"${'x'.repeat(60_000)}"}}`,
    `{${'"a":["b"],'.repeat(6_000)}"c":["d"]}`,
    `"${'x'.repeat(60_000)}"`,
    '<'.repeat(60_000),
    '',
  ].map((body) => ({
    name: `a refusal with 60 kB of \`${body.slice(0, 14)}\``,
    upstream: answerWith(body, {}, 400),
    send: askHashes,
    answer: '200 data, BAD_USER_INPUT',
  })),
  {
    name: '1.2 MB of nested objects',
    upstream: answerPacked(() => `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`),
    send: (target) => ask(target, ISSUE),
    answer: /^200 data/,
  },
  {
    name: '1.2 MB of one key again and again, and of `__proto__`',
    upstream: answerPacked(() => `{${'"a":0,"__proto__":{},'.repeat(57_000)}"title":"t"}`),
    send: (target) => ask(target, ISSUE),
    answer: /^200 data/,
  },
  {
    name: '1.2 MB of texts of one letter',
    upstream: answerPacked(() => `{"metadata":[${'"\\u0000",'.repeat(130_000)}1]}`),
    send: (target) => ask(target, ISSUE),
    answer: /^200 data/,
  },
  {
    name: '7 MB of numbers beyond 2^53, in one event',
    upstream: answerPacked(
      () => `[${hash(`,"metadata":[${'123456789012345678901234567,'.repeat(240_000)}1]`)}]`,
    ),
    send: askHashes,
    answer: /^200 data/,
    bounds: { grownMb: 350 },
  },
  {
    name: '7 MB of numbers with large exponents, in one event',
    upstream: answerPacked(() => `[${hash(`,"metadata":[${'1.5e-999,'.repeat(240_000)}1]`)}]`),
    send: askHashes,
    answer: /^200 data/,
  },
  {
    name: '1 MB of `NaN` and infinities',
    upstream: answerPacked(() => `[${hash(`,"metadata":[${'NaN,-Infinity,'.repeat(70_000)}1]`)}]`),
    send: askHashes,
    answer: /^200 data/,
  },
  {
    name: '8 MB of backslashes and quotes in a text, beside a number beyond 2^53',
    upstream: answerPacked(
      () => `[${hash(`,"metadata":["${'\\\\\\"'.repeat(1_900_000)}",12345678901234567890]`)}]`,
    ),
    send: askHashes,
    answer: /^200 data/,
  },
  {
    name: '8 MB of `, 1` in a text, which looks like numbers',
    upstream: answerPacked(
      () => `[${hash(`,"metadata":["${', 1234567890123456'.repeat(440_000)}"]`)}]`,
    ),
    send: askHashes,
    answer: /^200 data/,
  },
  {
    name: 'an event with 100,000 frames',
    upstream: answerPacked(() => `[${hash(frames(100_000))}]`),
    send: (target) => ask(target, FRAMES),
    answer: /^200 /,
  },
  {
    name: 'a hundred events with 2,000 frames each',
    upstream: answerPacked(() => list(hash(frames(2_000)), 100)),
    send: (target) => ask(target, FRAMES),
    answer: /^200 /,
  },
  {
    name: 'a page of a hundred events of 600 kB',
    upstream: answerPacked(() => list(hash(`,"metadata":"${'x'.repeat(600_000)}"`), 100)),
    send: askHashes,
    answer: /^200 /,
  },
  {
    name: 'annotations of 1 MB of `<`',
    upstream: answerPacked(() => `{"id":"1","annotations":["${'<'.repeat(1_000_000)}"]}`),
    send: (target) =>
      ask(target, '{ issue(organization: "acme", id: "1") { annotations { displayName url } } }'),
    answer: /^200 data/,
  },
  {
    name: 'an issue whose every text has 40 kB of digits',
    upstream: answerPacked(
      () =>
        `{${['id', 'shortId', 'title', 'count', 'userCount', 'firstSeen', 'lastSeen', 'permalink', 'status', 'level', 'culprit', 'type', 'shareId', 'numComments', 'priorityLockedAt'].map((key) => `"${key}":"${'9'.repeat(40_000)}"`).join()}}`,
    ),
    send: (target) =>
      ask(
        target,
        '{ issue(organization: "acme", id: "1") { id shortId title count userCount firstSeen lastSeen permalink status level culprit type shareId numComments priorityLockedAt } }',
      ),
    answer: '200 data',
  },
  {
    name: 'a list whose next page is always the same, with a count of every row',
    upstream: answerWith(list(hash(''), 100), {
      link: '<https://example.com/?cursor=0:100:0>; rel="next"; results="true"; cursor="0:100:0"',
      'x-hits': '999999999999999',
    }),
    send: (target) =>
      ask(
        target,
        '{ issue(organization: "acme", id: "1") { hashes(last: 100) { totalCount nodes { hash } } } }',
      ),
    answer: /^200 data/,
  },
  ...[
    '<'.repeat(12_000),
    '<a>;'.repeat(3_000),
    `<a>; rel="${'\\"'.repeat(6_000)}`,
    ';'.repeat(9_000),
  ].map((link) => ({
    name: `12 kB of \`Link\`: ${link.slice(0, 12)}…`,
    upstream: answerWith(`[${hash('')}]`, { link }),
    send: askHashes,
    answer: /^200 data/,
  })),
  {
    name: '20 kB of headers',
    upstream: answerWith('[]', { 'x-a': 'a'.repeat(20_000) }),
    send: askHashes,
    answer: /^200 data, UPSTREAM_\w+$/,
  },
  {
    name: 'a thousand informational responses (1xx) before the answer',
    upstream: ({ socket }) => {
      socket.write('HTTP/1.1 103 Early Hints\r\nlink: <a>\r\n\r\n'.repeat(1_000));
      socket.end(
        'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-type: application/json\r\n\r\n[]',
      );
    },
    send: askHashes,
    answer: /^200 data/,
  },
  {
    name: 'a header without end',
    upstream: ({ socket }) => {
      const fill = () => {
        while (!socket.destroyed && socket.write('a'.repeat(65_536))) {}
      };
      socket.on('drain', fill).on('error', () => undefined);
      socket.write('HTTP/1.1 200 OK\r\nx-a: ');
      fill();
    },
    send: askHashes,
    answer: /^200 data, UPSTREAM_\w+$/,
  },
  {
    name: 'a byte of the body each second',
    env: () => ({ OPERATION_TIMEOUT_MS: '4000', SENTRY_RETRIES: '0' }),
    upstream: (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('[');
      const timer = setInterval(() => response.write(' '), 1_000);
      response.once('close', () => clearInterval(timer));
    },
    send: askHashes,
    answer: '200 data, UPSTREAM_TIMEOUT',
  },
  ...[101, 204, 205, 226, 299, 304, 418, 499, 599].map((status) => ({
    name: `status ${status} with no body`,
    upstream: answerWith('', {}, status),
    send: askHashes,
    answer: /^200 data, UPSTREAM_\w+$/,
  })),
  {
    name: 'a compressed key set of 60 MB, with 1.3 million keys',
    env: keySetAt,
    upstream: answerPacked(
      () => `{"keys":${list('{"kty":"RSA","kid":"a","n":"AQAB","e":"AQAB"}', 1_300_000)}}`,
    ),
    send: askWithJwt,
    answer: /^(503 SIGN_IN_UNAVAILABLE|401 UNAUTHENTICATED)$/,
    bounds: { otherCallerMs: Number.POSITIVE_INFINITY },
  },
  {
    name: 'a key set with a redirect to itself, whose body has no end',
    env: keySetAt,
    upstream: (request, response) =>
      withoutEnd(302, '')(request, response.setHeader('location', '/jwks')),
    send: askWithJwt,
    answer: '503 SIGN_IN_UNAVAILABLE',
    bounds: { otherCallerMs: Number.POSITIVE_INFINITY },
  },
  {
    name: 'a key set with a key of 360,000 bits',
    env: keySetAt,
    upstream: answerPacked(
      () =>
        `{"keys":[{"kty":"RSA","kid":"a","alg":"RS256","use":"sig","n":"${'_'.repeat(60_000)}","e":"${'_'.repeat(60_000)}"}]}`,
    ),
    send: askWithJwt,
    answer: /^(503 SIGN_IN_UNAVAILABLE|401 UNAUTHENTICATED)$/,
    bounds: { otherCallerMs: Number.POSITIVE_INFINITY },
  },
  ...[
    { name: 'of 62 MB of `{},`', upstream: answerPacked(() => list('{}', 20_000_000)) },
    { name: 'of 62 MB of spaces', upstream: answerPacked(() => `${' '.repeat(62_000_000)}[]`) },
    { name: 'without end', upstream: withoutEnd(200, '[') },
    {
      name: 'of 60 MB of long texts',
      upstream: answerPacked(() => hashes(100, () => `,"metadata":"${'x'.repeat(600_000)}"`)),
    },
  ].map(({ name, upstream }) => ({
    name: `25 bodies ${name} for one operation`,
    upstream,
    send: (target: Target) => ask(target, MANY_PAGES),
    answer: /^200 /,
    bounds: { grownMb: 400 },
  })),
  ...[
    {
      name: 'objects with a key of their own',
      make: (index: number) => `{"${index.toString(36)}":0}`,
    },
    { name: 'texts', make: (index: number) => `"${index.toString(36)}"` },
    { name: 'empty objects', make: () => '{}' },
    { name: 'lists of a list', make: () => '[[]]' },
    { name: 'numbers beyond 2^53', make: () => '12345678901234567890' },
  ].map(({ name, make }) => ({
    name: `four times at once 100 events of 5,000 ${name}`,
    upstream: answerPacked(() =>
      hashes(100, (row) => {
        const items = Array.from({ length: 5_000 }, (_, index) => make(row * 5_000 + index));
        return `,"metadata":[${items.join()}]`;
      }),
    ),
    send: askFourTimes,
    answer: /^200 /,
    bounds: { grownMb: 400 },
  })),
  {
    name: 'six texts of 8 MB of escapes, twice in the response',
    upstream: answerPacked(() => hashes(6, () => `,"metadata":"${'\\u0001'.repeat(1_390_000)}"`)),
    send: (target) => ask(target, HASHES.replace('metadata', 'metadata again: metadata')),
    answer: '200 RESPONSE_TOO_LARGE',
    bounds: { grownMb: 300 },
  },
  {
    name: 'an event of 8 MB whose parts are of another type than they should be',
    upstream: answerPacked(
      () =>
        `[${hash(`,"tags":{"a":1},"metadata":1,"contexts":[],"user":[],"sdk":"a","errors":{"a":[]},"dateCreated":{"a":1},"size":"x","entries":${list('[]', 200_000)}`)},${event('')}]`,
    ),
    send: askHashes,
    answer: /^200 /,
  },
];
