import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeGlobalId } from '../../../src/global-id.ts';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';

const PAGE = 'issue(organization: "hellboy-meowmeow", id: "1341193000")';
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const ENGINES = ['projected', 'graphql-js'] as const;

const gateways = new Map<string, TestGateway>();
beforeAll(async () => {
  for (const engine of ENGINES) {
    const env = {
      EXECUTION: engine,
      MAX_RESPONSE_FIELDS: '2000',
      MAX_RESPONSE_BYTES: '200000',
      MAX_ERRORS: '5',
    };
    gateways.set(engine, await startGateway({ env }));
  }
});
afterAll(async () => {
  for (const gateway of gateways.values()) {
    await gateway[Symbol.asyncDispose]();
  }
});

function gatewayOf(engine: string): TestGateway {
  const gateway = gateways.get(engine);
  if (!gateway) {
    throw new Error(`There is no gateway for ${engine}.`);
  }
  return gateway;
}

describe.each(ENGINES)('executed by %s', (engine) => {
  const organization = encodeGlobalId('Organization', 'hellboy-meowmeow');
  test.each<[name: string, query: string, variables: Record<string, unknown>, limit: number]>([
    [
      'fields of rows',
      `{ ${PAGE} { hashes(first: 100) { nodes { ${Array.from({ length: 21 }, (_, i) => `a${i}: hash`).join(' ')} } } } }`,
      {},
      2_000,
    ],
    [
      'fields of events',
      `{ ${PAGE} { hashes(first: 100) { nodes { latestEvent { ${Array.from({ length: 21 }, (_, i) => `a${i}: title`).join(' ')} } } } } }`,
      {},
      2_000,
    ],
    [
      'fields below events',
      `{ ${PAGE} { hashes(first: 100) { nodes { latestEvent { tags { ...T } } } } } } fragment T on EventTag { ${Array.from({ length: 60 }, (_, i) => `a${i}: key`).join(' ')} }`,
      {},
      2_000,
    ],
    [
      'fields of the same object many times',
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ${Array.from({ length: 30 }, (_, i) => `a${i}: id`).join(' ')} } }`,
      { ids: Array(100).fill(organization) },
      2_000,
    ],
    [
      'text under aliases',
      `{ ${PAGE} { hashes(first: 10) { nodes { latestEvent { a: raw b: raw c: raw d: raw } } } } }`,
      {},
      200_000,
    ],
  ])(
    'a response with too many %s is refused as a whole',
    async (_name, query, variables, limit) => {
      const { status, data, errors } = await gatewayOf(engine).execute(query, variables);
      expect(errors).toMatchObject([{ extensions: { code: 'RESPONSE_TOO_LARGE', limit } }]);
      expect(errors?.[0]?.message).toContain(String(limit));
      expect(data).toBeNull();
      expect(status).toBe(200);
      expect(gatewayOf(engine).defects).toEqual([]);
    },
  );

  test('a response below the limits is answered', async () => {
    const { data, errors } = await gatewayOf(engine).execute(
      `{ ${PAGE} { hashes(first: 100) { nodes { ${Array.from({ length: 19 }, (_, i) => `a${i}: hash`).join(' ')} } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.issue.hashes.nodes).toHaveLength(100);
  });

  test('texts of a response are counted, once', async () => {
    const env = { EXECUTION: engine, MAX_RESPONSE_BYTES: '200000' };
    await using gateway = await startGateway({ env });
    const titles = (aliases: number) =>
      `{ ${PAGE} { hashes(first: 100) { nodes { latestEvent { ${Array.from({ length: aliases }, (_, i) => `a${i}: title`).join(' ')} } } } } }`;
    const { data, errors } = await gateway.execute(titles(40));
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data).length).toBeGreaterThan(110_000);
    const longer = await gateway.execute(titles(80));
    expect(longer.errors).toMatchObject([
      { extensions: { code: 'RESPONSE_TOO_LARGE', limit: 200_000 } },
    ]);
  });

  test('escapes are counted, which make a text of control characters six times as long', async () => {
    const metadata = { value: '\u0001'.repeat(1_100_000) };
    await using gateway = await startGateway({
      env: { EXECUTION: engine, MAX_RESPONSE_BYTES: '6000000' },
      intercept: () => ({ status: 200, body: JSON.stringify({ id: '1', metadata }) }),
    });
    const { data, errors } = await gateway.execute(
      '{ issue(organization: "acme", id: "1") { metadata } }',
    );
    expect(errors).toMatchObject([
      { extensions: { code: 'RESPONSE_TOO_LARGE', limit: 6_000_000 } },
    ]);
    expect(data).toBeNull();
  });

  test('a large response within the limit is whole, with its errors and extensions', async () => {
    const metadata = { value: '"\u0001\ud800'.repeat(200_000) };
    await using gateway = await startGateway({
      env: { EXECUTION: engine, MAX_RESPONSE_BYTES: '6000000' },
      intercept: ({ path }) =>
        path.endsWith('/issues/1/')
          ? { status: 200, body: JSON.stringify({ id: '1', metadata }) }
          : { status: 403, body: '{}' },
    });
    const answer = await gateway.execute(
      '{ issue(organization: "acme", id: "1") { metadata hashes { totalCount } } }',
      {},
      { 'x-sentry-graphql-upstream': 'true' },
    );
    expect(answer).toMatchObject({
      data: { issue: { metadata, hashes: null } },
      errors: [{ path: ['issue', 'hashes'], extensions: { code: 'FORBIDDEN' } }],
      extensions: { upstream: { requests: expect.any(Number) } },
    });
  });

  test('errors beyond the limit are omitted, and one more error reports their number', async () => {
    const { status, data, errors } = await gatewayOf(engine).execute(NODES, {
      ids: Array(100).fill('no ID'),
    });
    expect(status).toBe(200);
    expect(data.nodes).toEqual(Array(100).fill(null));
    expect(errors?.slice(0, 5).map(({ path }) => path)).toEqual(
      [0, 1, 2, 3, 4].map((i) => ['nodes', i]),
    );
    expect(errors?.slice(5)).toMatchObject([
      { extensions: { code: 'TOO_MANY_ERRORS', found: 100, limit: 5 } },
    ]);
  });
});
