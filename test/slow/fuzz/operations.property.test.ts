import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordedRequest, ReplacementAnswer } from '../../../embedded-sentry/server.ts';
import { encodeGlobalId } from '../../../src/global-id.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';
import { PAGES, randomOperation } from '../../harness/random-operation.ts';

const ORGANIZATION = 'hellboy-meowmeow';
const ISSUES = ['1341191803', '1341191904', 'CHECKOUT-4F', '999'];
const IDS = [
  ...ISSUES.map((issue) => encodeGlobalId('Issue', ORGANIZATION, issue)),
  encodeGlobalId('Organization', ORGANIZATION),
  encodeGlobalId('Event', ORGANIZATION, '1341191803', 'dfb1a2d057194e76a4186cc8a5271553'),
  'no ID',
];
const REPRESENTATIONS = [
  ...IDS.map((id) => ({ __typename: 'Issue', id })),
  ...ISSUES.map((issueId) => ({ __typename: 'Issue', organizationSlug: ORGANIZATION, issueId })),
  { __typename: 'Organization', slug: ORGANIZATION },
  { __typename: 'Project', organizationSlug: ORGANIZATION, slug: 'checkout' },
  {
    __typename: 'Event',
    organizationSlug: ORGANIZATION,
    eventId: 'dfb1a2d057194e76a4186cc8a5271553',
  },
];
const schema = createSchema();

function drawOperation(seed: number) {
  return randomOperation({
    schema,
    seed,
    values: {
      organization: [ORGANIZATION],
      slug: [ORGANIZATION, 'no-such'],
      'issue.id': ISSUES,
      'event.id': ['dfb1a2d057194e76a4186cc8a5271553', '0'.repeat(32)],
      'node.id': IDS,
      ids: [IDS, IDS.slice(0, 3), []],
      representations: [REPRESENTATIONS, REPRESENTATIONS.slice(4), [...REPRESENTATIONS].reverse()],
      issue: ['no ID'],
      issues: [['no ID']],
      ...PAGES,
    },
  });
}

interface FuzzedAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  readonly extensions?: {
    readonly cost?: {
      readonly requests: {
        readonly found: number | null;
        readonly taken: number;
        readonly limit: number;
      };
    };
  };
}

let gateway: TestGateway;
let answers: () => ReplacementAnswer | undefined = () => undefined;
beforeAll(async () => {
  gateway = await startGateway({
    // Most operations are within these limits, so that most are executed.
    env: { MAX_UPSTREAM_REQUESTS: '2000', MAX_PAGES: '2000', MAX_ALIASES: '1000' },
    intercept: () => answers(),
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());

async function execute(operation: object): Promise<FuzzedAnswer> {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sentry-graphql-cost': 'true' },
    body: JSON.stringify(operation),
  });
  return (await response.json()) as FuzzedAnswer;
}

/** A refused operation has no cost and sends no request. */
const REFUSED = { found: 0, taken: 0, limit: 0 };

/**
 * Number of requests for single objects that a list was requested for before: the measurement of an operation
 * cannot know which IDs Sentry leaves out.
 */
function countSecondLooks(requests: readonly RecordedRequest[]): number {
  const listed = new Set<string>();
  let count = 0;
  for (const { path, query } of requests) {
    const single = /\/(?:issues|events)\/([^/]+)\/$/.exec(path)?.[1];
    count += single !== undefined && listed.has(single) ? 1 : 0;
    const search = /^id:\[(.*)\]$/.exec(query.get('query') ?? '')?.[1];
    for (const id of [...query.getAll('group'), ...(search?.split(',') ?? [])]) {
      listed.add(id);
    }
  }
  return count;
}

test('a random operation takes at most the measured number of requests, and at most its limit', async () => {
  answers = () => undefined;
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const operation = drawOperation(seed);
      fc.pre(validate(schema, parse(operation.query)).length === 0);
      gateway.upstream.forgetRequests();
      const { errors = [], extensions } = await execute(operation);
      // Not from the recorded requests: a request that no field waited for may arrive after the response.
      const { found, taken, limit } = extensions?.cost?.requests ?? REFUSED;
      expect(taken).toBeLessThanOrEqual(limit);
      const regular = taken - countSecondLooks(gateway.upstream.requests);
      expect(regular).toBeLessThanOrEqual(found ?? 0);
      expect(errors.map(({ extensions: { code } }) => code)).not.toContain('INTERNAL_SERVER_ERROR');
    }),
    { examples: [[-718228882], [-1651755215]] },
  );
  expect(gateway.defects).toEqual([]);
}, 36_000_000);

test('an operation is answered whatever JSON and headers the upstream returns', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  const row = fc.dictionary(
    fc.constantFrom('id', 'latestEvent', 'eventID', 'entries', 'title', 'tags', 'shortId', 'name'),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const header = fc.stringMatching(/^[\x20-\x7e]{0,60}$/);
  const answer = fc.record({
    status: fc.constantFrom(200, 200, 200, 200, 201, 204, 301, 400, 404, 409, 429, 500),
    body: fc
      .oneof(fc.jsonValue({ maxDepth: 4 }), row, fc.array(row, { maxLength: 4 }), text)
      .map((value) => JSON.stringify(value)),
    headers: fc.record({
      link: header,
      'x-sentry-rate-limit-limit': fc.constantFrom('None', '-1', '1e9', '99999'),
      'x-sentry-rate-limit-remaining': fc.constantFrom('None', '99999', 'x'),
      'x-sentry-rate-limit-reset': fc.constantFrom('None', '0', '9e99', '1700000000'),
    }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer(),
      fc.array(answer, { minLength: 1, maxLength: 4 }),
      async (seed, given) => {
        const operation = drawOperation(seed);
        fc.pre(validate(schema, parse(operation.query)).length === 0);
        let turn = 0;
        answers = () => {
          turn += 1;
          const { status, body, headers } = given[turn % given.length] ?? { status: 200, body: '' };
          return { status, headers: { ...headers }, body: status === 204 ? '' : body };
        };
        const { errors = [] } = await execute(operation);
        const codes = errors.map(({ extensions }) => extensions.code);
        expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
        expect(codes).not.toContain(undefined);
      },
    ),
  );
  expect(gateway.defects).toEqual([]);
}, 36_000_000);
