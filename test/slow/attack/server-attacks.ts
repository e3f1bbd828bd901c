import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { encodeGlobalId } from '../../../src/global-id.ts';
import { type Attack, ask, type Target } from './attack.ts';

type Answer = NonNullable<Attack['upstream']>;

const HASHES = `{ issue(organization: "acme", id: "1") { hashes(first: 100) {
  totalCount nodes { hash latestEvent { id title metadata tags { key value } contexts entries { __typename } } }
} } }`;
const ISSUE = '{ issue(organization: "acme", id: "1") { title metadata } }';

/** Answers every request with the same body. */
function answerWith(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body);
  };
}

/** A body that is small when compressed; created at the first request. */
function answerPacked(make: () => string): Answer {
  let packed: Buffer | undefined;
  return (request, response) => {
    packed ??= gzipSync(make());
    answerWith(packed, { 'content-encoding': 'gzip' })(request, response);
  };
}

const event = (fields: string) =>
  `{"id":"${'0'.repeat(32)}","eventID":"${'0'.repeat(32)}","groupID":"1","title":"An event","entries":[],"contexts":{}${fields}}`;
const hash = (fields: string) => `{"id":"${'1'.repeat(32)}","latestEvent":${event(fields)}}`;
const list = (item: string, count: number) => `[${`${item},`.repeat(count - 1)}${item}]`;
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const askHashes = (target: Target) => ask(target, HASHES);
const askFourTimes = async (target: Target) =>
  (await Promise.all([1, 2, 3, 4].map((number) => ask(target, named(number))))).join('; ');
const named = (number: number) => HASHES.replace('{ issue', `query Q${number} { issue`);

/** Sends a body in chunks of one byte, as fast as they are read. */
function inChunksOfOneByte(bytes: number): Answer {
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
function withoutEnd(status: number, start: string): Answer {
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

/** Answers a change after two seconds, and everything else with an issue at once. */
const slowChange: Answer = ({ method }, response) => {
  const answer = () => response.end('{"id":"1","title":"An issue","project":{"slug":"web"}}');
  setTimeout(answer, method === 'PUT' ? 2_000 : 0);
};

/** Attacks by a server in place of Sentry. */
export const SERVER_ATTACKS: readonly Attack[] = [
  {
    name: '61 kB of gzip that unpack to 62 MB of `{},`',
    upstream: answerPacked(() => list('{}', 20_000_000)),
    send: askHashes,
    answer: /^200 data, \d+ × UPSTREAM_BAD_RESPONSE$|^200 data, UPSTREAM_BAD_RESPONSE$/,
  },
  {
    name: 'four times at once the same',
    upstream: answerPacked(() => list('{}', 20_000_000)),
    send: askFourTimes,
    answer: /UPSTREAM_BAD_RESPONSE/,
    bounds: { grownMb: 500 },
    isShort: false,
  },
  {
    name: '30 MB of nested lists',
    upstream: answerPacked(() => nested(15_000_000)),
    send: askHashes,
    answer: /UPSTREAM_BAD_RESPONSE/,
  },
  {
    name: '1.3 MB of nested lists, which are not counted first',
    upstream: answerPacked(() => nested(650_000)),
    send: (target) => ask(target, ISSUE),
    answer: /^200 /,
  },
  {
    name: '700,000 rows where 100 were asked for',
    upstream: answerPacked(() => list('{}', 690_000)),
    send: askHashes,
    answer: /UPSTREAM_BAD_RESPONSE/,
  },
  {
    name: '9,000 hashes where 100 were asked for, each another',
    upstream: answerPacked(
      () =>
        `[${Array.from({ length: 9_000 }, (_, index) => `{"id":"${`${index}`.padStart(32, '0')}","latestEvent":${event('')}}`).join()}]`,
    ),
    send: askHashes,
    answer: /^200 /,
  },
  {
    name: '1.3 MB of one object with 150,000 keys',
    upstream: answerPacked(
      () =>
        `{${Array.from({ length: 150_000 }, (_, index) => `"${index.toString(36)}":0`).join()}}`,
    ),
    send: (target) => ask(target, ISSUE),
    answer: /^200 /,
  },
  {
    name: 'an event with 80,000 tags',
    upstream: answerPacked(() => `[${hash(`,"tags":${list('{"key":"k","value":"v"}', 80_000)}`)}]`),
    send: askHashes,
    answer: /^200 /,
  },
  {
    name: 'events whose `metadata` is nested 20,000 deep',
    upstream: answerPacked(() => `[${hash(`,"metadata":${nested(20_000)}`)}]`),
    send: askHashes,
    answer: /^200 data, \d+ × UPSTREAM_BAD_RESPONSE$|^200 data, UPSTREAM_BAD_RESPONSE$/,
  },
  {
    name: 'an event with a text of 60 MB',
    upstream: answerPacked(() => `[${hash(`,"metadata":"${'x'.repeat(60_000_000)}"`)}]`),
    send: askHashes,
    answer: /UPSTREAM_BAD_RESPONSE/,
  },
  {
    name: 'an event with a number of 8 million digits',
    upstream: answerPacked(() => `[${hash(`,"metadata":{"n":${'9'.repeat(8_000_000)}}`)}]`),
    send: askHashes,
    answer: /^200 /,
  },
  {
    name: 'a body in chunks of one byte',
    upstream: inChunksOfOneByte(8_000_000),
    send: askHashes,
    answer: /^200 /,
  },
  {
    name: 'a body without end',
    upstream: withoutEnd(200, '["'),
    send: askHashes,
    answer: /UPSTREAM_BAD_RESPONSE/,
  },
  {
    name: 'a `detail` without end',
    upstream: withoutEnd(403, '{"detail":"'),
    send: askHashes,
    answer: /FORBIDDEN/,
  },
  {
    name: 'a `Retry-After` of a year',
    upstream: (_request, response) => {
      response.writeHead(429, { 'retry-after': '31536000' }).end();
    },
    send: askHashes,
    answer: /RATE_LIMITED/,
  },
  {
    name: 'SIGTERM while a mutation is in progress whose deadline has passed',
    env: { OPERATION_TIMEOUT_MS: '500' },
    upstream: slowChange,
    send: async (target) => {
      const answer = await ask(
        target,
        'mutation ($issue: ID!) { updateIssue(input: { issue: $issue, isBookmarked: true }) { clientMutationId } }',
        { issue: encodeGlobalId('Issue', 'acme', '1') },
      );
      const startMs = performance.now();
      await target.stop();
      return `${answer}, stopped ${performance.now() - startMs > 1_000 ? 'after it' : 'before it'}`;
    },
    answer: /UPSTREAM_TIMEOUT, stopped after it$/,
    // Other callers are not served during shutdown.
    bounds: { stallMs: Number.POSITIVE_INFINITY, otherCallerMs: Number.POSITIVE_INFINITY },
  },
];
