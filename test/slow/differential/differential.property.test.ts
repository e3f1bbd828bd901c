import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordedRequest, ReplacementAnswer } from '../../../embedded-sentry/server.ts';
import { encodeGlobalId } from '../../../src/global-id.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { encodeCursor } from '../../../src/pagination/cursor.ts';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';
import { randomOperation } from '../../harness/random-operation.ts';

/*
 * The compiled execution against graphql-js, over the whole schema: random operations, variables and
 * upstream failures, byte for byte. DIFFERENTIAL_CASES asks for more of them, DIFFERENTIAL_SEED for others.
 */

// biome-ignore lint/style/noProcessEnv: a knob of this test alone.
const { CI, DIFFERENTIAL_CASES, DIFFERENTIAL_SEED } = process.env;
const CASES = Number(DIFFERENTIAL_CASES ?? (CI ? 1_000 : 200));

const ORGANIZATION = 'hellboy-meowmeow';
const ISSUES = [
  '1341191803',
  '1341191904',
  '1341192010',
  '1341192012',
  '1341192015',
  'CHECKOUT-4F',
];
const GLOBAL_IDS = [
  ...ISSUES.map((issue) => encodeGlobalId('Issue', ORGANIZATION, issue)),
  encodeGlobalId('Organization', ORGANIZATION),
  encodeGlobalId('IssueHash', ORGANIZATION, '1341192015', 'nope'),
  encodeGlobalId('Event', ORGANIZATION, '1341191803', 'dfb1a2d057194e76a4186cc8a5271553'),
  encodeGlobalId('Event', ORGANIZATION, '1341192010', '00000000000000000000000000000000'),
  'no ID',
];

/**
 * Some upstream answers fail, each always in the same way. No two that one non-null place depends on:
 * which of them comes first is the network's choice, and so would be the error.
 */
function fail({ path }: RecordedRequest): ReplacementAnswer | undefined {
  const failure = [
    [/1341192010\/$/, { status: 500, body: 'oops' }],
    [/1341192012\/hashes/, { status: 429, body: '{"detail":"slow down"}' }],
    [/1341192015\/events\/latest/, { status: 403, body: '{"detail":"no"}' }],
    [/1341191803\/$/, { status: 502, body: '' }],
    [/1341191904\/events/, { status: 200, body: '{"this is": "no event"}' }],
  ] as const;
  return failure.find(([where]) => where.test(path))?.[1];
}

const schema = createSchema();
let jit: TestGateway;
let interpreted: TestGateway;
beforeAll(async () => {
  // A refusal by the budget tells at which request: the network's choice again.
  const env = { MAX_UPSTREAM_REQUESTS: '100000' };
  jit = await startGateway({ intercept: fail, env: { ...env, EXECUTION: 'jit' } });
  interpreted = await startGateway({ intercept: fail, env: { ...env, EXECUTION: 'graphql-js' } });
  // graphql-jit is loaded with the first operation that is seen twice.
  await jit.execute('{ __typename }');
  await jit.execute('{ __typename }');
});
afterAll(async () => {
  await jit[Symbol.asyncDispose]();
  await interpreted[Symbol.asyncDispose]();
});

const answer = async (gateway: TestGateway, query: string, variables: object) => {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'the-same' },
    body: JSON.stringify({ query, variables }),
  });
  return `${response.status} ${await response.text()}`;
};

test(`${CASES} random operations have byte for byte the same result as with graphql-js`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const { query, variables } = randomOperation({
        schema,
        seed,
        values: {
          organization: [ORGANIZATION, ORGANIZATION, ORGANIZATION, 'other-org', 'no-such', '../x'],
          slug: [ORGANIZATION, ORGANIZATION, 'no-such'],
          'issue.id': [...ISSUES, ...ISSUES, '999'],
          'event.id': ['dfb1a2d057194e76a4186cc8a5271553', '0'.repeat(32), 'x'],
          'node.id': GLOBAL_IDS,
          ids: [GLOBAL_IDS, GLOBAL_IDS.slice(0, 3), []],
          issue: ['no ID'],
          issues: [['no ID']],
          first: [1, 2, 5, 20],
          after: [encodeCursor('issueHashes', { kind: 'offset', offset: 2 }), '0:3:0', 'x'],
          before: [encodeCursor('issueHashes', { kind: 'offset', offset: 4 }), 'x'],
        },
      });
      fc.pre(validate(schema, parse(query)).length === 0);
      const expected = await answer(interpreted, query, variables);
      for (const sighting of ['first', 'second', 'third']) {
        expect(
          await answer(jit, query, variables),
          `at the ${sighting} sighting of\n${query}`,
        ).toBe(expected);
      }
    }),
    { numRuns: CASES, endOnFailure: true, seed: Number(DIFFERENTIAL_SEED ?? 1) },
  );
}, 600_000);
