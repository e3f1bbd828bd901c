import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { type EndOptions, findEnd } from '../../../src/pagination/find-end.ts';
import { apply, change, Model } from './changing-list.ts';

/** Rows that nobody needs, in a page at the start of the list or at its end. */
const SPARE_ROWS = 15;

/** Counts the requests, those that are sent side by side as one round, and the rows that they return. */
function watch(model: Model) {
  const seen = { requests: 0, rounds: 0, rows: 0, single: 0, largest: 0, measured: 0 };
  let round: Promise<void> | null = null;
  async function read(offset: number, count: number) {
    seen.requests += 1;
    seen.single += count === 1 ? 1 : 0;
    seen.largest = Math.max(seen.largest, count);
    round ??= Promise.resolve().then(() => {
      seen.rounds += 1;
      round = null;
    });
    await round;
    const page = await model.peek(offset, count);
    seen.rows += page.rows.length;
    return page;
  }
  return {
    seen,
    list: Object.assign(Object.create(model) as Model, {
      peek: (offset: number, count: number) => {
        seen.measured += 1;
        return read(offset, count);
      },
      probe: read,
    }),
  };
}

const lengths = fc.oneof(
  fc.nat(100),
  fc.nat(1_700),
  fc.constantFrom(80, 81, 82, 320, 321, 1_280, 1_281, 5_120, 5_121),
);

test('the end is exact, whatever the length and whatever was known of it', async () => {
  const input = fc.record({
    length: lengths,
    count: fc.nat(100),
    atLeast: fc.nat(200),
    knownLength: fc.option(fc.nat(2_000)),
  });
  await fc.assert(
    fc.asyncProperty(input, async ({ length, count, atLeast, knownLength }) => {
      const model = new Model(length);
      const options = { count, atLeast: Math.min(atLeast, length), knownLength };
      const end = await findEnd(model, options);
      expect(end?.total).toBe(length);
      const last = model.items.slice(Math.max(0, length - count)).map(({ key }) => key);
      expect(end?.rows.map(({ row }) => row.key)).toEqual(count === 0 ? [] : last);
      expect(end?.hasPrevious).toBe(length > count);
    }),
  );
});

test('few rows are read that nobody needs: a page at the start, one at the end, and single ones', async () => {
  await fc.assert(
    fc.asyncProperty(lengths, fc.nat(100), async (length, count) => {
      const { list, seen } = watch(new Model(length));
      await findEnd(list, { count });
      const needed = Math.min(count, length);
      expect(seen.rows - needed - seen.single).toBeLessThanOrEqual(2 * SPARE_ROWS + 1);
      expect(seen.largest).toBeLessThanOrEqual(Math.max(1, count) + SPARE_ROWS);
      expect(seen.measured).toBeLessThanOrEqual(count === 0 ? 1 : 2);
    }),
  );
});

/* After a page of 20 rows, as without `first`. */
test.each([
  [80, 7, 3],
  [320, 10, 4],
  [1_000, 13, 5],
  [1_280, 13, 5],
  [5_120, 19, 7],
  [20_480, 22, 8],
  [81_919, 25, 9],
])(
  'up to %i rows are counted with %i requests in %i rounds',
  async (length, mostRequests, mostRounds) => {
    for (const each of [length, length - 1, length - 17]) {
      const { list, seen } = watch(new Model(each));
      expect((await findEnd(list, { atLeast: 21 }))?.total).toBe(each);
      expect(seen.requests).toBeLessThanOrEqual(mostRequests);
      expect(seen.rounds).toBeLessThanOrEqual(mostRounds);
    }
  },
);

test.each([
  ['a list of at most 15 rows', 15, { count: 20 }, 1],
  ['a length that is known', 1_000, { knownLength: 1_000 }, 1],
  ['the last rows of a list whose length is known', 1_000, { count: 20, knownLength: 1_000 }, 1],
  ['a list that has grown a little since', 1_010, { knownLength: 1_000 }, 1],
  ['more rows than one request has, and at the end', 1_000, { count: 100, knownLength: 1_000 }, 1],
] satisfies readonly (readonly [string, number, EndOptions, number])[])(
  '%s takes one page',
  async (_what, length, options, requests) => {
    const { list, seen } = watch(new Model(length));
    expect((await findEnd(list, options))?.total).toBe(length);
    expect(seen).toMatchObject({ requests, single: 0 });
  },
);

test.each([
  [35, 1],
  [80, 8],
  [1_000, 14],
])(
  'where an operation counts several lists, one of %i rows takes at most %i requests, one of them measured',
  async (length, most) => {
    const { list, seen } = watch(new Model(length));
    expect((await findEnd(list, { atLeast: 21, beginsWithPage: true }))?.total).toBe(length);
    expect(seen.requests).toBeLessThanOrEqual(most);
    expect(seen.measured).toBe(1);
  },
);

test('if no single rows may be requested, one whole page may have the end', async () => {
  const refusal = new GraphQLError('no', { extensions: { code: 'OPERATION_TOO_EXPENSIVE' } });
  const probe = async () => {
    throw refusal;
  };
  for (const [length, total] of [
    [119, 119],
    [121, null],
  ] as const) {
    const model = new Model(length);
    const counted = findEnd(Object.assign(Object.create(model) as Model, { probe }), {
      atLeast: 21,
    });
    await (total === null
      ? expect(counted).rejects.toBe(refusal)
      : expect(counted).resolves.toMatchObject({ total }));
    expect(model.requests).toBe(1);
  }
});

test('a list of more than 81,920 rows is not counted, and takes few requests', async () => {
  const { list, seen } = watch(new Model(90_000));
  expect(await findEnd(list)).toBeNull();
  expect(seen.requests).toBe(7);
});

test('where the server leaves out rows, the last ones are those that it sends', async () => {
  const model = new Model(60);
  const sent = model.items
    .map((item, offset) => ({ ...item, offset }))
    .filter(({ offset }) => offset % 20 === 7);
  const page = async (offset: number, count: number) => {
    const rows = sent.filter((row) => row.offset >= offset).slice(0, count);
    const nextRow = (rows.at(-1)?.offset ?? offset - 1) + 1;
    return { rows, hasNext: rows.length === count, nextRow };
  };
  const list = Object.assign(Object.create(model) as Model, { peek: page, probe: page });
  for (const knownLength of [60, 48, null]) {
    const end = await findEnd(list, { count: 2, knownLength });
    expect(end?.rows.map(({ row }) => row.key)).toEqual(['row-27', 'row-47']);
  }
});

describe('while the list changes between the requests', () => {
  const input = fc.record({
    length: fc.oneof(fc.nat(60), fc.nat(1_500)),
    count: fc.nat(100),
    knownLength: fc.option(fc.nat(1_500)),
    changes: fc.array(fc.array(change, { maxLength: 40 }), { maxLength: 20 }),
  });

  test('the count is one between the shortest and the longest, and the last rows are of one moment', async () => {
    await fc.assert(
      fc.asyncProperty(input, async ({ length, count, knownLength, changes }) => {
        const moments: (readonly string[])[] = [];
        const model = new Model(length, (self) => {
          moments.push(self.items.map(({ key }) => key));
          for (const each of changes[self.requests - 1] ?? []) {
            apply(self, each);
          }
        });
        const end = await findEnd(model, { count, knownLength });
        const sizes = moments.map((keys) => keys.length);
        expect(end?.total).toBeGreaterThanOrEqual(Math.min(...sizes));
        expect(end?.total).toBeLessThanOrEqual(Math.max(...sizes));
        if (count > 0) {
          const keys = end?.rows.map(({ row }) => row.key);
          expect(moments.map((moment) => moment.slice(-count))).toContainEqual(keys);
          expect(sizes).toContain(end?.total);
        }
      }),
    );
  });
});
