import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordedRequest, ReplacementAnswer } from '../../../embedded-sentry/server.ts';
import { encodeGlobalId } from '../../../src/global-id.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';
import { PAGES, randomOperation } from '../../harness/random-operation.ts';

/*
 * Compares the execution with projections to graphql-js alone, byte for byte, including the order of keys and of
 * errors: random operations over the whole schema, with random variables and upstream failures.
 * DIFFERENTIAL_CASES sets their number, DIFFERENTIAL_SEED selects others.
 */

// biome-ignore lint/style/noProcessEnv: settings of this test only.
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

const REPRESENTATIONS = [
  ISSUES.map((issueId) => ({ __typename: 'Issue', organizationSlug: ORGANIZATION, issueId })),
  ['dfb1a2d057194e76a4186cc8a5271553', '0'.repeat(32)].map((eventId) => ({
    __typename: 'Event',
    organizationSlug: ORGANIZATION,
    eventId,
  })),
  [
    { __typename: 'Organization', slug: ORGANIZATION },
    { __typename: 'Project', organizationSlug: ORGANIZATION, slug: 'checkout' },
    { __typename: 'IssueHash', id: GLOBAL_IDS[7], __proto__x: { deep: [1, null] } },
    { __typename: 'Issue', organizationSlug: ORGANIZATION, issueId: ['1341191803'] },
    { __typename: 'Wibble' },
    'x',
    null,
  ],
];

/**
 * Some upstream requests fail, each always in the same way. At most one of them affects the same non-null
 * field: otherwise the error would depend on which failure arrives first.
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
let projected: TestGateway;
let interpreted: TestGateway;
beforeAll(async () => {
  // The number in a refusal by the request budget depends on the order of responses too.
  const env = { MAX_UPSTREAM_REQUESTS: '100000' };
  projected = await startGateway({ intercept: fail, env: { ...env, EXECUTION: 'projected' } });
  interpreted = await startGateway({ intercept: fail, env: { ...env, EXECUTION: 'graphql-js' } });
});
afterAll(async () => {
  await projected[Symbol.asyncDispose]();
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
          representations: REPRESENTATIONS,
          ids: [GLOBAL_IDS, GLOBAL_IDS.slice(0, 3), []],
          issue: ['no ID'],
          issues: [['no ID']],
          ...PAGES,
        },
      });
      fc.pre(validate(schema, parse(query)).length === 0);
      const expected = await answer(interpreted, query, variables);
      for (const time of ['first', 'second']) {
        expect(
          await answer(projected, query, variables),
          `for the ${time} time, of\n${query}\n${JSON.stringify(variables)}`,
        ).toBe(expected);
      }
    }),
    { numRuns: CASES, endOnFailure: true, seed: Number(DIFFERENTIAL_SEED ?? 1) },
  );
  expect([...projected.defects, ...interpreted.defects]).toEqual([]);
}, 600_000);
