import { encodeGlobalId } from '../../../src/global-id.ts';
import { type Attack, ask } from './attack.ts';
import { nested } from './document-attacks.ts';
import {
  type Answer,
  answerPacked,
  answerWith,
  askFourTimes,
  askHashes,
  askWithJwt,
  event,
  type Headers,
  hash,
  ISSUE,
  inChunksOfOneByte,
  keySetAt,
  list,
  withoutEnd,
} from './server-answers.ts';

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
    name: 'an event whose `contexts` are nested 20,000 deep',
    upstream: answerPacked(() => `[${hash(`,"contexts":{"a":${nested(20_000)}}`)}]`),
    send: askHashes,
    answer: /^200 data, UPSTREAM_BAD_RESPONSE$/,
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
  ...[
    ['`Retry-After` of a year', { 'retry-after': '31536000' }],
    ['`Retry-After` of 400 nines', { 'retry-after': '9'.repeat(400) }],
    [
      'rate limit that resets in the year 5138',
      {
        'x-sentry-rate-limit-limit': '1',
        'x-sentry-rate-limit-remaining': '0',
        'x-sentry-rate-limit-reset': '99999999999',
      },
    ],
  ].map(([name, headers]) => ({
    name: `429 with a ${name}`,
    upstream: answerWith('', headers as Headers, 429),
    send: askHashes,
    answer: '200 data, RATE_LIMITED',
  })),
  {
    name: 'a body in `Content-Encoding: constructor`',
    upstream: answerWith('[]', { 'content-encoding': 'constructor' }),
    send: askHashes,
    answer: '200 data, UPSTREAM_BAD_RESPONSE',
  },
  {
    name: 'a key set (JWKS) without end',
    env: keySetAt,
    upstream: withoutEnd(200, '{"keys":["'),
    send: askWithJwt,
    answer: '503 SIGN_IN_UNAVAILABLE',
    // Other callers are not authenticated either.
    bounds: { otherCallerMs: Number.POSITIVE_INFINITY },
  },
  {
    name: 'SIGTERM while a mutation is in progress whose deadline has passed',
    env: () => ({ OPERATION_TIMEOUT_MS: '500' }),
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
    bounds: { otherCallerMs: Number.POSITIVE_INFINITY },
  },
];
