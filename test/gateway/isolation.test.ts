import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

const HASHES =
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { hashes(first: 2) { nodes { hash latestEvent { title entries { type } } } } } }';
const OPERATIONS = [
  HASHES,
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { title latestEvent { message } } }',
  '{ organization(slug: "hellboy-meowmeow") { name } }',
  '{ _entities(representations: [{ __typename: "Organization", slug: "hellboy-meowmeow" }]) { ... on Organization { name } } }',
];
const CALLERS = {
  owner: TOKENS.everyScope.text,
  reader: TOKENS.eventRead.text,
  withoutEvents: TOKENS.withoutEvents.text,
  outsider: TOKENS.outsider.text,
  expired: TOKENS.expired.text,
  nobody: null,
} as const;
type Caller = keyof typeof CALLERS;

function execute(gateway: TestGateway, caller: Caller, operation: string) {
  const token = CALLERS[caller];
  return gateway.execute(operation, {}, token ? { authorization: `Bearer ${token}` } : {});
}

test("data that one caller's token fetched is never returned to another caller", async () => {
  await using gateway = await startGateway({ signIn: 'passThrough' });
  for (const operation of OPERATIONS) {
    const owned = await execute(gateway, 'owner', operation);
    expect(owned.errors).toBeUndefined();
    for (const caller of ['outsider', 'expired', 'nobody'] as const) {
      const { data, errors } = await execute(gateway, caller, operation);
      expect(JSON.stringify(data)).not.toMatch(/Python|Hellboy/);
      expect(errors?.length).toBeGreaterThan(0);
    }
    expect(await execute(gateway, 'owner', operation)).toEqual(owned);
  }
});

test('equal requests of two callers at the same time are sent separately', async () => {
  const asked = new Map<string, () => void>();
  await using gateway = await startGateway({
    signIn: 'passThrough',
    // No request is answered before each of the three was sent with its own token.
    intercept: ({ headers }) =>
      new Promise((resolve) => {
        asked.set(headers.authorization ?? '', () => resolve(undefined));
        if (asked.size === 3) {
          for (const answer of asked.values()) {
            answer();
          }
        }
      }),
  });
  const [owner, reader, outsider] = await Promise.all(
    (['owner', 'reader', 'outsider'] as const).map((caller) => execute(gateway, caller, HASHES)),
  );
  expect([...asked.keys()].sort()).toEqual(
    [CALLERS.owner, CALLERS.reader, CALLERS.outsider].map((token) => `Bearer ${token}`).sort(),
  );
  expect(owner?.data.issue.hashes.nodes).toHaveLength(2);
  expect(reader?.data).toEqual(owner?.data);
  expect(outsider?.data).toEqual({ issue: { hashes: null } });
});

test('in any order of callers, each caller gets the same result as alone', async () => {
  const alone = new Map<string, unknown>();
  const callers = Object.keys(CALLERS) as Caller[];
  for (const caller of callers) {
    await using gateway = await startGateway({ signIn: 'passThrough' });
    for (const operation of OPERATIONS) {
      alone.set(`${caller} ${operation}`, await execute(gateway, caller, operation));
    }
  }
  const step = fc.record({
    caller: fc.constantFrom(...callers),
    operation: fc.constantFrom(...OPERATIONS),
  });
  await using gateway = await startGateway({ signIn: 'passThrough' });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const answers = await Promise.all(
        steps.map(({ caller, operation }) => execute(gateway, caller, operation)),
      );
      expect(answers).toEqual(
        steps.map(({ caller, operation }) => alone.get(`${caller} ${operation}`)),
      );
    }),
    { numRuns: 25 },
  );
});
