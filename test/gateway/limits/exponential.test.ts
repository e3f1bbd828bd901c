import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';

const ISSUE = 'issue(organization: "hellboy-meowmeow", id: "1341191803")';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => gateway.upstream.forgetRequests());
afterAll(() => gateway[Symbol.asyncDispose]());

/** A chain of fragments on a type; `toBody` creates the body of each from the name of the next one. */
function chain(type: string, levels: number, toBody: (next: string) => string): string {
  const fragments = Array.from({ length: levels }, (_, level) => {
    const body = level === levels - 1 ? 'id' : toBody(`...F${level + 1}`);
    return `fragment F${level} on ${type} { ${body} }`;
  });
  return fragments.join('\n');
}

test.each<[name: string, query: string]>([
  [
    'events around events',
    `{ ${ISSUE} { latestEvent { ...F0 } } } ${chain('Event', 9, (next) => `previousEvent { ${next} } nextEvent { ${next} } issue { latestEvent { ${next} } oldestEvent { ${next} } }`)}`,
  ],
  [
    'pages without rows, which cost nothing however many they are',
    `{ ${ISSUE} { ...F0 } } ${chain('Issue', 5, (next) => {
      const issue = `issue { ${next} ${next} ${next} }`;
      const rows = `(first: 0) { nodes { ${issue} } edges { node { ${issue} } } }`;
      return `hashes${rows} events${rows}`;
    })}`,
  ],
  [
    'nothing but one another',
    `{ ${ISSUE} { ...F0 } } ${chain('Issue', 60, (next) => `${next} ${next}`)}`,
  ],
  [
    'many times the same fragment',
    `{ ${ISSUE} { ...F0 } } ${chain('Issue', 4, (next) => `${next} `.repeat(30))}`,
  ],
  [
    'fragments without a name',
    `{ ${ISSUE} { ...F0 } } ${chain('Issue', 30, (next) => `... { ${next} } ... { ${next} }`)}`,
  ],
])(
  'fragments that select %s are refused before anything else is measured',
  async (_name, query) => {
    const { status, data, errors } = await gateway.execute(query);
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_MANY_FIELDS', limit: 10_000 } }]);
    expect(errors?.[0]?.extensions['found']).toBeGreaterThan(10_000);
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(gateway.upstream.requests).toEqual([]);
  },
);

test('a chain of more than a thousand fragments is answered', async () => {
  const { status, data } = await gateway.execute(
    `{ ${ISSUE} { ...F0 } } ${chain('Issue', 1_200, (next) => next)}`,
  );
  expect(data).toMatchObject({ issue: { id: expect.any(String) } });
  expect(status).toBe(200);
});

test('every spread of a fragment counts with its selections', async () => {
  await using small = await startGateway({ env: { MAX_FIELDS: '6' } });
  const query = (field: string) =>
    `{ ${ISSUE} { ...A ... { ...A } } } fragment A on Issue { ${field} }`;
  expect((await small.execute(query('id'))).errors).toBeUndefined();
  expect((await small.execute(query('id title'))).errors).toMatchObject([
    { extensions: { code: 'TOO_MANY_FIELDS', found: 8, limit: 6 } },
  ]);
});

test.each([100, 400, 700])('%i fragments in cycles are a mistake of the caller', async (count) => {
  const fragments = Array.from(
    { length: count },
    (_, index) =>
      `fragment F${index} on Issue { ...F${(index + 1) % count} ...F${(index + 7) % count} }`,
  );
  for (let times = 0; times < 2; times += 1) {
    const { status, data, errors } = await gateway.execute(
      `{ ${ISSUE} { ...F0 } } ${fragments.join(' ')}`,
    );
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^Cannot spread fragment "F0" within itself/),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  }
  expect(gateway.defects).toEqual([]);
});

test('a document that takes too long to validate is refused with a reason', async () => {
  const { status, errors } = await gateway.execute(
    `{ ${ISSUE} { ${'latestEvent { id } '.repeat(2_400)} } }`,
  );
  expect(status).toBe(400);
  expect(errors).toMatchObject([
    {
      message: expect.stringMatching(/^The document takes too long to validate/),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    },
  ]);
});

/** Each fragment spreads the next one within ninety fragments without a name. */
const nested = (count: number) =>
  `{ ${ISSUE} { ...F0 } } ${Array.from(
    { length: count },
    (_, index) =>
      `fragment F${index} on Issue { ${'... { '.repeat(90)} ${index === count - 1 ? 'id title' : `...F${index + 1}`} ${'} '.repeat(90)} }`,
  ).join(' ')}`;

test('fragments are nested more than a thousand times at most', async () => {
  const { data } = await gateway.execute(nested(13));
  expect(data).toMatchObject({ issue: { title: expect.any(String) } });
  // The last fragments first, so that they are measured before the ones that spread them.
  const spreads = Array.from({ length: 30 }, (_, index) => `...F${29 - index}`).join(' ');
  for (const query of [nested(20), nested(35), nested(30).replace('{ ...F0 }', `{ ${spreads} }`)]) {
    const { status, errors } = await gateway.execute(query);
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_NESTED', limit: 1_250 } }]);
    expect(status).toBe(400);
  }
  expect(gateway.defects).toEqual([]);
});
