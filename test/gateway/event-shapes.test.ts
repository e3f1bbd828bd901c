import { expect, test } from 'vitest';
import {
  ENTRY_TYPES,
  EVENT_QUERY,
  EXEMPT,
  eventOf,
  KEYS,
  leavesOf,
} from '../harness/event-shape.ts';
import { startGateway } from '../harness/gateway.ts';

/*
 * Every upstream key of an event has the same value, and every field of every type below `Event` is
 * selected. The expected value of each field follows from its type in the schema. The values of a valid
 * type (text, a number, a boolean) prove that these keys are read.
 */

/** The leaf fields of the query, without `fingerprints`, whose items are omitted if they are not text. */
const LEAF_ALIASES = [...new Set(EVENT_QUERY.match(/\w+_\w+(?=: \w+ (?!\{))/g))].filter(
  (alias) =>
    !/_(fingerprints?|integrations)$/.test(alias) && alias !== '__typename' && !EXEMPT.test(alias),
);

async function answerOf(event: object) {
  await using gateway = await startGateway({
    env: { MAX_ALIASES: '1000' },
    intercept: () => ({ status: 200, body: JSON.stringify([{ id: 'h', latestEvent: event }]) }),
  });
  const { data, errors } = await gateway.execute(EVENT_QUERY);
  expect(errors).toBeUndefined();
  expect(gateway.defects).toEqual([]);
  return data.issue.hashes.nodes[0].latestEvent;
}

/** The allowed values of a field by its type; several, because IDs are read as text. */
const allowed: Record<string, (value: unknown) => readonly unknown[]> = {
  JSON: (value) => [value],
  DateTime: (value) => [typeof value === 'string' ? value : null],
  Boolean: (value) => [typeof value === 'boolean' ? value : null],
  Float: (value) => [typeof value === 'number' ? value : null],
  Int: (value) => [typeof value === 'number' && value === (value | 0) ? value : null],
  String: (value) =>
    typeof value === 'string' ? [value] : typeof value === 'object' ? [null] : [null, `${value}`],
};

test.each([
  ['text', 'text'],
  ['empty text', ''],
  ['a number', 7],
  ['a number beyond 32 bits', 2 ** 40],
  ['a fraction', 0.5],
  ['a boolean', true],
  ['null', null],
  ['an object', { odd: 'shape' }],
  ['an empty object', {}],
  ['a list', ['odd', 7]],
  ['an empty list', []],
])('if every value is %s, fields of another type are null', async (_name, value) => {
  const event = eventOf(value);
  const answer = await answerOf(event);
  const leaves = leavesOf(answer);
  const reached = new Set(leaves.map(([alias]) => alias));
  expect(LEAF_ALIASES.filter((alias) => !reached.has(alias))).toEqual([]);
  const unlike = leaves.filter(
    ([, type, got]) =>
      !allowed[type]?.(value).some((fit) => JSON.stringify(fit) === JSON.stringify(got)),
  );
  expect(unlike).toEqual([]);
  expect(answer.Event_raw).toEqual(event);
});

test.each([
  ['text', 'text'],
  ['a number', 7],
  ['a boolean', false],
  ['null', null],
])('if every list and object is %s, those fields are null', async (_name, value) => {
  const all = Object.fromEntries(KEYS.map((key) => [key, value]));
  const answer = await answerOf(all);
  for (const field of ['tags', 'user', 'sdk', 'errors', 'fingerprints', 'groupingConfig']) {
    expect(answer[`Event_${field}`], field).toBeNull();
  }
  expect(answer.Event_entries).toBeNull();
  expect(answer.Event_raw).toEqual(all);

  const entries = ENTRY_TYPES.map((type) => ({ type, data: value }));
  const { Event_entries: hollow } = await answerOf({ ...all, entries });
  expect(hollow).toHaveLength(ENTRY_TYPES.length);
  const filled = leavesOf(hollow).filter(([, , got]) => got !== null);
  expect(filled).toEqual([]);
});
