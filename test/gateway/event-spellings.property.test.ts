import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVENT_QUERY, eventOf, leavesOf } from '../harness/event-shape.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

/*
 * Sentry writes most keys of entries in camel case, SDKs write them in snake case, and GlitchTip returns
 * both. A field has the same value with any spelling of its key.
 */

type Spelling = (key: string) => string;

const asIs: Spelling = (key) => key;
const snake: Spelling = (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel: Spelling = (key) =>
  key.startsWith('_') ? key : key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
/** Keys that are one word in the SDKs' protocol. */
const protocol: Spelling = (key) =>
  key === 'lineNo' || key === 'colNo' ? key.toLowerCase() : snake(key);

/** Changes the spelling of each key of an object and of all objects below it, as `next` chooses. */
function respell(value: unknown, next: () => Spelling): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => respell(item, next));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, item]) => [next()(key), respell(item, next)]),
      )
    : value;
}

let event: { entries: unknown; occurrence: unknown };
let gateways: readonly TestGateway[];
beforeAll(async () => {
  const intercept = () => ({
    status: 200,
    body: JSON.stringify([{ id: 'h', latestEvent: event }]),
  });
  gateways = await Promise.all(
    ['graphql-js', 'projected'].map((EXECUTION) =>
      startGateway({ env: { MAX_ALIASES: '1000', EXECUTION }, intercept }),
    ),
  );
});
afterAll(() => Promise.all(gateways.map((gateway) => gateway[Symbol.asyncDispose]())));

async function leaves(body: typeof event) {
  event = body;
  const answers = await Promise.all(gateways.map((gateway) => gateway.execute(EVENT_QUERY)));
  const [one, other] = answers.map(({ data, errors }) => {
    expect(errors).toBeUndefined();
    return leavesOf(data.issue.hashes.nodes[0].latestEvent);
  });
  expect(other).toEqual(one);
  return one;
}

test.each([
  ['snake case', snake],
  ['camel case', camel],
  ["the SDKs' protocol", protocol],
])(
  "entries with keys in %s have the same values as with Sentry's keys",
  async (_name, spelling) => {
    for (const value of ['text', 7, true]) {
      const canonical = eventOf(value);
      const expected = await leaves(canonical);
      const entries = respell(canonical.entries, () => spelling);
      expect(JSON.stringify(entries)).not.toBe(JSON.stringify(canonical.entries));
      expect(await leaves({ ...canonical, entries })).toEqual(expected);
    }
  },
);

test('entries with a different spelling for each key have the same values', async () => {
  const canonical = eventOf('text');
  const expected = await leaves(canonical);
  await fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(fc.constantFrom(asIs, snake, camel, protocol)),
      async (stream) => {
        const next = (): Spelling => stream.next().value ?? asIs;
        const body = { ...canonical, entries: respell(canonical.entries, next) };
        expect(await leaves(body)).toEqual(expected);
      },
    ),
    { numRuns: 30 },
  );
});
