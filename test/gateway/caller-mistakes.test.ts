import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIALECT_NAMES } from '../../embedded-sentry/dialect.ts';
import { type Execution, startGateway, type TestGateway } from '../harness/gateway.ts';

const ISSUE = 'issue(organization: "hellboy-meowmeow", id: "1341191803")';
const NESTED = `${'['.repeat(90)}${']'.repeat(90)}`;

/** Mistakes that validation cannot find, or that graphql-js refuses during execution. */
const MISTAKES: readonly [name: string, query: string, variables?: Record<string, unknown>][] = [
  [
    'null for @skip at the root',
    'query ($s: Boolean = true) { a: __typename @skip(if: $s) }',
    { s: null },
  ],
  [
    'null for @include below a field',
    `query ($s: Boolean = true) { ${ISSUE} { id title @include(if: $s) } }`,
    { s: null },
  ],
  [
    'null for @skip on a spread',
    `query ($s: Boolean = true) { ${ISSUE} { id ...F @skip(if: $s) } } fragment F on Issue { title }`,
    { s: null },
  ],
  [
    'null for @include on a fragment without a name',
    `query ($s: Boolean = true) { ${ISSUE} { id ... @include(if: $s) { title } } }`,
    { s: null },
  ],
  [
    'null for @skip below a page',
    `query ($s: Boolean = true) { ${ISSUE} { hashes(first: 2) { nodes { hash latestEvent { id title @skip(if: $s) } } } } }`,
    { s: null },
  ],
  [
    'null for an argument',
    'query ($id: String = "1341191803") { issue(organization: "hellboy-meowmeow", id: $id) { id } a: __typename }',
    { id: null },
  ],
  [
    'null for an argument below a field',
    `query ($id: String = "1341191803") { organization(slug: "hellboy-meowmeow") { slug issue(id: $id) { id } } }`,
    { id: null },
  ],
  [
    'null for an item of a list',
    'query ($id: ID = "a") { nodes(ids: [$id]) { id } }',
    { id: null },
  ],
  ['null for a list', 'query ($ids: [ID!] = ["a"]) { nodes(ids: $ids) { id } }', { ids: null }],
  [
    'null for a field of an input',
    'mutation ($id: ID = "a") { updateIssue(input: { issue: $id }) { issue { id } } }',
    { id: null },
  ],
  [
    'null for an input',
    'mutation ($input: UpdateIssueInput = { issue: "a" }) { updateIssue(input: $input) { issue { id } } }',
    { input: null },
  ],
  ['a subscription', 'subscription { __typename }'],
  ['a subscription with a name', 'subscription S { a: __typename }'],
  [
    'sixty bad items of a list',
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    { ids: Array(60).fill([]) },
  ],
  [
    'a list for a text',
    'query ($id: String!) { issue(organization: "a", id: $id) { id } }',
    { id: ['a'] },
  ],
  [
    'a variable that is missing',
    'query ($id: String!) { issue(organization: "a", id: $id) { id } }',
  ],
  [
    'an unknown value of an enum',
    'mutation ($input: UpdateIssueInput!) { updateIssue(input: $input) { issue { id } } }',
    { input: { issue: 'a', status: 'NO' } },
  ],
  [
    'a number that is no Int',
    `query ($first: Int) { ${ISSUE} { hashes(first: $first) { nodes { hash } } } }`,
    { first: 1e12 },
  ],
  [
    'a variable named __proto__',
    `query ($__proto__: Int) { ${ISSUE} { hashes(first: $__proto__) { nodes { hash } } } }`,
  ],
  [
    'a variable named __proto__ that must be given',
    `query ($__proto__: String!) { issue(organization: "a", id: $__proto__) { id } }`,
  ],
  [
    'a variable named __proto__ with a default',
    `query ($__proto__: Int = 2) { ${ISSUE} { hashes(first: $__proto__) { nodes { hash } } } }`,
  ],
  [
    'a variable named __proto__ in a condition',
    `query ($__proto__: Boolean = false) { ${ISSUE} { id title @include(if: $__proto__) } }`,
  ],
  [
    'a variable named toString that must be given',
    'query ($toString: String!) { issue(organization: "a", id: $toString) { id } }',
  ],
  [
    'a field __proto__ of an input',
    'query ($of: [_Any!]!) { _entities(representations: [{ __proto__: { id: "a" } }]) { __typename } }',
  ],
  ['an argument __proto__', '{ issue(organization: "a", id: "b", __proto__: 1) { id } }'],
  ['literals that are nested', `{ _entities(representations: [${NESTED}]) { __typename } }`],
  [
    'representations that are nested',
    'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }',
    { of: [{ __typename: 'Issue', id: JSON.parse(NESTED) }] },
  ],
  ['no representation', '{ _entities(representations: [null]) { __typename } }'],
  [
    'a representation that is null',
    'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }',
    { of: [null] },
  ],
  [
    'an unknown type in a representation',
    '{ _entities(representations: [{ __typename: "__proto__", id: "a" }]) { __typename } }',
  ],
  ['a page of less than no rows', `{ ${ISSUE} { hashes(first: -1) { nodes { hash } } } }`],
  ['a fragment on a type that there is not', '{ ...F } fragment F on No { id }'],
  ['fragments in a circle', '{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }'],
  ['no operation', 'fragment F on Query { __typename }'],
  [
    'two operations without a name that says which',
    'query A { __typename } query B { __typename }',
  ],
  ['two fields under one alias', `{ a: ${ISSUE} { id } a: __typename }`],
];

/** Valid operations that resemble a mistake. */
const ODD: readonly [name: string, query: string, data: object][] = [
  [
    'an alias __proto__ at the root',
    '{ __proto__: __typename }',
    JSON.parse('{"__proto__":"Query"}'),
  ],
  [
    'an alias __proto__ below a field',
    `{ ${ISSUE} { __proto__: issueId } }`,
    { issue: JSON.parse('{"__proto__":"1341191803"}') },
  ],
  [
    'an alias __proto__ in an event',
    `{ ${ISSUE} { hashes(first: 1) { nodes { latestEvent { user { __proto__: __typename } __proto__: tags { __typename } } } } } }`,
    {},
  ],
  [
    'an alias constructor',
    `{ ${ISSUE} { constructor: issueId } }`,
    { issue: { constructor: '1341191803' } },
  ],
  [
    'a fragment named __proto__',
    `{ ${ISSUE} { ...__proto__ } } fragment __proto__ on Issue { issueId }`,
    { issue: { issueId: '1341191803' } },
  ],
  [
    'a fragment named constructor',
    `{ ${ISSUE} { ...constructor } } fragment constructor on Issue { issueId }`,
    { issue: { issueId: '1341191803' } },
  ],
  [
    'a variable named constructor that is not given',
    `query ($constructor: Int = 1) { ${ISSUE} { hashes(first: $constructor) { nodes { __typename } } } }`,
    { issue: { hashes: { nodes: [{ __typename: 'IssueHash' }] } } },
  ],
  ['an operation named __proto__', 'query __proto__ { __typename }', { __typename: 'Query' }],
];

const gateways: Record<'projected' | 'graphql-js', TestGateway | undefined> = {
  projected: undefined,
  'graphql-js': undefined,
};
beforeAll(async () => {
  gateways.projected = await startGateway({ env: { EXECUTION: 'projected' } });
  gateways['graphql-js'] = await startGateway({ env: { EXECUTION: 'graphql-js' } });
});
afterAll(async () => {
  await gateways.projected?.[Symbol.asyncDispose]();
  await gateways['graphql-js']?.[Symbol.asyncDispose]();
});

/** Two responses to the same operation: the second one uses the plan of the first. */
async function answersOf(engine: 'projected' | 'graphql-js', query: string, variables = {}) {
  const gateway = gateways[engine];
  if (!gateway) {
    throw new Error('The gateway has not started.');
  }
  const answers: Execution[] = [];
  const linesBefore = gateway.log.length;
  const defectsBefore = gateway.defects.length;
  for (let count = 0; count < 2; count += 1) {
    answers.push(await gateway.execute(query, variables));
    await new Promise((resolve) => setImmediate(resolve));
  }
  const loud = gateway.log.slice(linesBefore).filter(({ level }) => Number(level) >= 40);
  return { answers, defects: gateway.defects.slice(defectsBefore), loud };
}

describe("a caller's mistake has a caller's code, in both executions", () => {
  test.each(MISTAKES)('%s', async (_name, query, variables) => {
    const interpreted = await answersOf('graphql-js', query, variables);
    const projected = await answersOf('projected', query, variables);
    const [first] = interpreted.answers;
    expect(first?.errors?.length).toBeGreaterThan(0);
    for (const { extensions } of first?.errors ?? []) {
      expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
      expect(extensions.code).toEqual(expect.any(String));
    }
    expect(first?.data ? 200 : 400).toBe(first?.status);
    for (const answer of [...interpreted.answers, ...projected.answers]) {
      expect(answer).toEqual(first);
    }
    expect([...interpreted.defects, ...projected.defects]).toEqual([]);
    expect([...interpreted.loud, ...projected.loud]).toEqual([]);
  });
});

describe('valid operations that resemble a mistake are answered, in both executions', () => {
  test.each(ODD)('%s', async (_name, query, data) => {
    const interpreted = await answersOf('graphql-js', query);
    const projected = await answersOf('projected', query);
    const [first] = interpreted.answers;
    expect(first?.errors).toBeUndefined();
    expect(JSON.stringify(first?.data)).toContain(JSON.stringify(data).slice(1, -1));
    for (const answer of [...interpreted.answers, ...projected.answers]) {
      expect(JSON.stringify(answer)).toBe(JSON.stringify(first));
    }
  });
});

const IN_ORGANIZATION = (field: string) =>
  `query ($text: String!) { organization(slug: "hellboy-meowmeow") { ${field} } }`;
const IN_ISSUE = (field: string) => `query ($text: String!) { ${ISSUE} { ${field} } }`;

/** Texts that a server receives as they are. */
const TEXTS: readonly [name: string, query: string][] = [
  ['query', IN_ORGANIZATION('issues(query: $text) { nodes { title } }')],
  ['environment', IN_ORGANIZATION('issues(environment: [$text]) { nodes { title } }')],
  ['sort', IN_ORGANIZATION('issues(sort: $text) { nodes { title } }')],
  ['id', IN_ISSUE('event(id: $text) { title }')],
  ['key', IN_ISSUE('tagValues(key: $text) { nodes { value } }')],
  [
    'text',
    'mutation ($text: String!) { addIssueNote(input: { issue: "hellboy-meowmeow/1341191803", text: $text }) { note { text } } }',
  ],
];

describe.each(['sentry-2026-09', 'glitchtip'] as const)('over %s', (dialect) => {
  test.each(TEXTS)(
    'the character NUL in `%s` is the mistake of the caller',
    async (_name, query) => {
      await using over = await startGateway({
        dialect,
        // Real servers fail at it in a text that they store or search.
        intercept: ({ url }) => (/%00|\0/.test(url) ? { status: 500 } : undefined),
      });
      const { errors } = await over.execute(query, { text: 'a\0b' });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([
        expect.stringMatching(/^(?:BAD_USER_INPUT|UNSUPPORTED_BY_UPSTREAM)$/),
      ]);
      const sent = over.upstream.requests.filter(
        ({ url, method }) => url.includes('%00') || method !== 'GET',
      );
      expect(sent).toEqual([]);
    },
  );
});

describe.each(DIALECT_NAMES)('over %s', (dialect) => {
  test('an ID that no event can have is refused with the ID, and not sent', async () => {
    await using over = await startGateway({ dialect });
    for (const query of [
      IN_ISSUE('event(id: $text) { eventId }'),
      IN_ORGANIZATION('project(slug: "checkout") { event(id: $text) { eventId } }'),
      IN_ORGANIZATION('event(id: $text) { eventId }'),
    ]) {
      for (const text of ['x', '0', 'f'.repeat(31), 'SHOP-1', '..']) {
        const { errors } = await over.execute(query, { text });
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
        expect(errors?.[0]?.message).toBe(
          `"${text}" is not the ID of an event: expected 32 hexadecimal digits.`,
        );
      }
    }
    const sent = over.upstream.requests.filter(({ url }) => /event/.test(url));
    expect(sent).toEqual([]);
  });

  test('such an ID does not affect the other events of the issue', async () => {
    await using over = await startGateway({ dialect });
    const { data, errors } = await over.execute(
      `{ ${ISSUE} { latest: event(id: "latest") { eventId } bad: event(id: "x") { eventId } gone: event(id: "${'f'.repeat(32)}") { eventId } } }`,
    );
    expect(data.issue).toMatchObject({
      latest: { eventId: expect.any(String) },
      bad: null,
      gone: null,
    });
    expect(errors).toMatchObject([{ path: ['issue', 'bad'] }]);
  });
});
