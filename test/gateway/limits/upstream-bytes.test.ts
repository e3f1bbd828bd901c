import { expect, test } from 'vitest';
import { startGateway } from '../../harness/gateway.ts';

const page = (alias: string, issue: string, first = 100) =>
  `${alias}: issue(organization: "hellboy-meowmeow", id: "${issue}") { hashes(first: ${first}) { nodes { latestEvent { size } } } }`;
const THREE_PAGES = `{ ${page('a', '1341191803')} ${page('b', '1341193000')} ${page('c', '1341193000', 99)} }`;

test.each(['off', 'on'])(
  'beyond MAX_UPSTREAM_BYTES no further response is requested, with CACHE=%s',
  async (cache) => {
    await using gateway = await startGateway({
      env: { MAX_UPSTREAM_BYTES: '50000', CACHE: cache },
    });
    for (let again = 0; again < 2; again += 1) {
      gateway.upstream.forgetRequests();
      const { status, data, errors } = await gateway.execute(THREE_PAGES);
      expect(status).toBe(200);
      expect(data.a.hashes.nodes.length).toBeGreaterThan(20);
      expect(data).toMatchObject({ b: { hashes: null }, c: { hashes: null } });
      expect(errors).toMatchObject([
        { path: ['b', 'hashes'], extensions: { code: 'OPERATION_TOO_EXPENSIVE', limit: 50_000 } },
        { path: ['c', 'hashes'], extensions: { code: 'OPERATION_TOO_EXPENSIVE' } },
      ]);
      expect(errors?.[0]?.extensions['found']).toBeGreaterThan(50_000);
      expect(gateway.upstream.requests.length).toBeLessThanOrEqual(1);
    }
  },
);

test('an operation that shares a request with one at its limit is answered', async () => {
  await using gateway = await startGateway({ env: { MAX_UPSTREAM_BYTES: '50000' } });
  const [limited, other] = await Promise.all([
    gateway.execute(THREE_PAGES),
    gateway.execute(`{ ${page('b', '1341193000')} }`),
  ]);
  expect(limited.errors).toHaveLength(2);
  expect(other.errors).toBeUndefined();
  expect(other.data.b.hashes.nodes).toHaveLength(100);
});

test('responses that have room together are requested at once', async () => {
  let inFlight = 0;
  let most = 0;
  await using gateway = await startGateway({
    intercept: async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
      inFlight -= 1;
      return undefined;
    },
  });
  expect((await gateway.execute(THREE_PAGES)).errors).toBeUndefined();
  // Two pages of one issue are one request.
  expect(most).toBe(2);
});

test('on GlitchTip, a request does not wait for the search of its issue, which waits for room', async () => {
  await using gateway = await startGateway({
    dialect: 'glitchtip',
    env: { MAX_UPSTREAM_BYTES: '41000' },
  });
  const { data, errors } = await gateway.execute(
    '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { latestEvent { eventId } events(first: 3) { nodes { eventId } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.issue.latestEvent.eventId).toBe(data.issue.events.nodes[0].eventId);
  expect(data.issue.events.nodes).toHaveLength(3);
});

test('of responses in flight that are larger than expected, those beyond the limit are not kept', async () => {
  const body = JSON.stringify([{ id: 'f'.repeat(32), latestEvent: { size: 'x'.repeat(30_000) } }]);
  await using gateway = await startGateway({
    env: { MAX_UPSTREAM_BYTES: '50000' },
    intercept: () => ({ status: 200, body }),
  });
  const aliases = Array.from(
    { length: 10 },
    (_, index) =>
      `a${index}: issue(organization: "acme", id: "${index + 1}") { hashes(first: 1) { nodes { hash } } }`,
  );
  const { data, errors } = await gateway.execute(`{ ${aliases.join(' ')} }`);
  const kept = Object.values<{ readonly hashes: unknown }>(data).filter(({ hashes }) => hashes);
  expect(kept).toHaveLength(2);
  expect(errors).toHaveLength(8);
  expect(errors?.[0]).toMatchObject({
    extensions: { code: 'OPERATION_TOO_EXPENSIVE', limit: 50_000 },
  });
});
