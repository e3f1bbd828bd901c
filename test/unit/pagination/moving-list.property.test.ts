import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Anchor,
  type MovingList,
  readBackward,
  readForward,
} from '../../../src/pagination/moving-list.ts';
import { apply, type Change, change, type Item, Model } from './changing-list.ts';

describe('while rows are added, removed and moved to the top between pages', () => {
  const walks = fc.record({
    length: fc.integer({ min: 0, max: 260 }),
    count: fc.integer({ min: 1, max: 100 }),
    changes: fc.array(fc.array(change, { maxLength: 60 }), { maxLength: 12 }),
  });

  test('a walk forward gives each row that kept its order once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(walks, async ({ length, count, changes }) => {
        const model = new Model(length);
        const order = model.items.map(({ key }) => key);
        const { seen, gone } = await walk(model, null, count, changes);
        const kept = order.filter((key) => !gone.has(key));
        expect(seen.filter((key) => kept.includes(key))).toEqual(kept);
      }),
    );
  });

  test('a walk backward gives each row that kept its order once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(walks, async ({ length, count, changes }) => {
        const model = new Model(length + 1);
        const order = model.items.slice(0, -1).map(({ key }) => key);
        const last = { row: model.items[length] as Item, offset: length };
        const { seen, gone } = await walk(model, model.anchor(last), count, changes);
        const kept = order.filter((key) => !gone.has(key));
        expect(seen.filter((key) => kept.includes(key))).toEqual(kept);
      }),
    );
  });
});

/** Reads consecutive pages: backward from an edge, or forward from the top. */
async function walk(
  model: Model,
  from: Anchor | null,
  count: number,
  changes: readonly (readonly Change[])[],
): Promise<{ readonly seen: readonly string[]; readonly gone: ReadonlySet<string> }> {
  const seen: string[] = [];
  const gone = new Set<string>();
  let edge = from;
  for (let page = 0; page < 1_000; page += 1) {
    const { rows, hasMore, end } = await readPage(model, from !== null, edge, count);
    seen.splice(from === null ? seen.length : 0, 0, ...rows.map(({ row }) => row.key));
    if (end === undefined || !hasMore) {
      break;
    }
    edge = model.anchor(end);
    for (const each of changes[page] ?? []) {
      gone.add(apply(model, each) ?? '');
    }
  }
  return { seen, gone };
}

test('a page of an unchanged list takes one request, forward and backward, from any edge', async () => {
  const model = new Model(250);
  for (const offset of [0, 1, 40, 99, 200, 249]) {
    const row = model.items[offset] as Item;
    const edge = model.anchor({ row, offset });
    model.requests = 0;
    const forward = await readForward(model, { after: edge, before: null, count: 20 });
    expect(model.requests).toBe(1);
    expect(forward.rows.map(({ row: { key } }) => key)).toEqual(
      model.items.slice(offset + 1, offset + 21).map(({ key }) => key),
    );
    expect(forward).toMatchObject({ hasPrevious: true, hasNext: offset + 21 < 250 });
    model.requests = 0;
    const backward = await readBackward(model, { after: null, before: edge, count: 20 });
    expect(model.requests).toBe(1);
    expect(backward.rows.map(({ row: { key } }) => key)).toEqual(
      model.items.slice(Math.max(0, offset - 20), offset).map(({ key }) => key),
    );
    expect(backward).toMatchObject({ hasPrevious: offset > 20, hasNext: true });
  }
});

test('an edge is found with two more requests if up to 99 rows were added or removed', async () => {
  for (const changed of [1, 5, 40, 99]) {
    for (const kind of ['insert', 'remove'] as const) {
      const model = new Model(400);
      const edge = model.anchor({ row: model.items[200] as Item, offset: 200 });
      for (let i = 0; i < changed; i += 1) {
        apply(model, { kind, index: i });
      }
      const { rows } = await readForward(model, { after: edge, before: null, count: 20 });
      expect(rows[0]?.row.key).toBe('row-201');
      expect(rows).toHaveLength(20);
      expect(model.requests, `${kind} ${changed}`).toBeLessThanOrEqual(3);
    }
  }
});

test('an edge is found if the list moved by thousands of rows', async () => {
  for (const kind of ['insert', 'remove'] as const) {
    const model = new Model(9_000);
    const edge = model.anchor({ row: model.items[6_000] as Item, offset: 6_000 });
    for (let i = 0; i < 4_321; i += 1) {
      apply(model, { kind, index: 0 });
    }
    const { rows } = await readForward(model, { after: edge, before: null, count: 20 });
    expect(rows[0]?.row.key).toBe('row-6001');
    expect(model.requests).toBeLessThan(16);
  }
});

test('an edge whose row is gone stays where it was', async () => {
  const model = new Model(100);
  const edge = model.anchor({ row: model.items[50] as Item, offset: 50 });
  model.remove(50);
  const { rows } = await readForward(model, { after: edge, before: null, count: 3 });
  expect(rows.map(({ row }) => row.key)).toEqual(['row-51', 'row-52', 'row-53']);
  const back = await readBackward(model, { after: null, before: edge, count: 3 });
  expect(back.rows.map(({ row }) => row.key)).toEqual(['row-47', 'row-48', 'row-49']);
});

test('an edge whose row moved to the top stays where it was, and the row is at the top', async () => {
  const model = new Model(100);
  const edge = model.anchor({ row: model.items[50] as Item, offset: 50 });
  model.toTop(50);
  const { rows } = await readForward(model, { after: edge, before: null, count: 2 });
  expect(rows.map(({ row }) => row.key)).toEqual(['row-51', 'row-52']);
  const top = await readForward(model, { after: null, before: null, count: 1 });
  expect(top.rows.map(({ row }) => row.key)).toEqual(['row-50']);
});

test('if two pages of different moments each place the edge in the other one, its number counts', async () => {
  const before = new Model(200);
  const after = new Model(200);
  after.insert();
  let requests = 0;
  // An operation requests each page once, so they stay as they were read.
  const read = (model: Model, offset: number, count: number) => {
    requests += 1;
    if (requests > 1_000) {
      throw new Error('The search does not end.');
    }
    return model.fetch(offset, count);
  };
  const list: MovingList<Item> = {
    ...before,
    fetch: (offset, count) => read(offset === 118 ? after : before, offset, count),
    peek: (offset, count) => read(before, offset, count),
    probe: (offset, count) => read(before, offset, count),
  };
  const edge = before.anchor({ row: before.items[118] as Item, offset: 119 });
  const forward = await readForward(list, { after: edge, before: null, count: 1 });
  expect(forward.rows.map(({ offset }) => offset)).toEqual([120]);
});

test('a row number without a key, as in older cursors, begins at that row', async () => {
  const model = new Model(100);
  const after = { offset: 50, key: null, timeMs: null };
  const { rows } = await readForward(model, { after, before: null, count: 2 });
  expect(rows.map(({ row }) => row.key)).toEqual(['row-51', 'row-52']);
});

async function readPage(
  model: MovingList<Item>,
  isBackward: boolean,
  edge: Anchor | null,
  count: number,
) {
  if (isBackward) {
    const before = edge as Anchor;
    const { rows, hasPrevious } = await readBackward(model, { after: null, before, count });
    return { rows, hasMore: hasPrevious, end: rows[0] };
  }
  const { rows, hasNext } = await readForward(model, { after: edge, before: null, count });
  return { rows, hasMore: hasNext, end: rows.at(-1) };
}

test('an edge without a time is found nearby, and is at its number if its row is gone', async () => {
  const untimed = (model: Model) =>
    Object.assign(model, { timeOf: () => null }) as Model & { readonly timeOf: () => null };
  const model = untimed(new Model(100));
  const after = { offset: 50, key: 'row-50', timeMs: null };
  model.items.splice(3, 5);
  const moved = await readForward(model, { after, before: null, count: 2 });
  expect(moved.rows.map(({ row }) => row.key)).toEqual(['row-51', 'row-52']);
  model.items.splice(45, 1);
  const gone = await readForward(model, { after, before: null, count: 2 });
  expect(gone.rows).toHaveLength(2);
  const end = { offset: 400, key: 'row-400', timeMs: null };
  expect(await readForward(model, { after: end, before: null, count: 2 })).toMatchObject({
    rows: [],
    hasNext: false,
  });
});

/** Rows with few different times, so that many have the same time. */
const tiedTimes = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 120 });

function tiedModel(times: readonly number[], between?: (model: Model) => void): Model {
  const model = new Model(0, between);
  model.items = times
    .map((timeMs, index) => ({ key: `tied-${index}`, timeMs }))
    .sort((a, b) => b.timeMs - a.timeMs);
  return model;
}

describe('rows that share a time', () => {
  test('are each returned at least once while fewer rows than a page has are removed between pages', async () => {
    const input = fc.record({
      times: tiedTimes,
      count: fc.integer({ min: 7, max: 40 }),
      changes: fc.array(
        fc.array(fc.record({ kind: fc.constant('remove' as const), index: fc.nat(120) }), {
          maxLength: 6,
        }),
        { maxLength: 12 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(input, async ({ times, count, changes }) => {
        const model = tiedModel(times);
        const order = model.items.map(({ key }) => key);
        const { seen, gone } = await walk(model, null, count, changes);
        const kept = order.filter((key) => !gone.has(key));
        expect([...new Set(seen)].filter((key) => kept.includes(key))).toEqual(kept);
      }),
    );
  });

  test('lose no other row if they change places with each request', async () => {
    const input = fc.record({
      times: tiedTimes,
      count: fc.integer({ min: 1, max: 40 }),
      random: fc.infiniteStream(fc.nat(1_000_000)),
    });
    await fc.assert(
      fc.asyncProperty(input, async ({ times, count, random }) => {
        const model = tiedModel(times, (self) => {
          self.items = self.items
            .map((item) => ({ item, by: random.next().value as number }))
            .sort((a, b) => b.item.timeMs - a.item.timeMs || a.by - b.by)
            .map(({ item }) => item);
        });
        const single = alone(model.items);
        const { seen } = await walk(model, null, count, []);
        for (const { key } of single) {
          expect(seen.filter((each) => each === key)).toEqual([key]);
        }
      }),
    );
  });

  test('are walked to an end if their order depends on the page that is read', async () => {
    const input = fc.record({
      times: tiedTimes,
      count: fc.integer({ min: 1, max: 40 }),
      seed: fc.nat(),
      isBackward: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(input, async ({ times, count, seed, isBackward }) => {
        const model = tiedModel([-1, ...times]);
        const last = model.items.length - 1;
        const from = isBackward
          ? model.anchor({ row: model.items[last] as Item, offset: last })
          : null;
        const seen = await walkOn(model, orderedByPage(model, seed), from, count);
        for (const { key } of alone(model.items.slice(0, last))) {
          expect(seen.filter((each) => each === key)).toEqual([key]);
        }
      }),
    );
  });
});

/** Rows that share their time with no other. */
function alone(items: readonly Item[]): readonly Item[] {
  return items.filter(({ timeMs }) => items.filter((item) => item.timeMs === timeMs).length === 1);
}

/** The keys of a walk in which each page with rows ends further than the one before. */
async function walkOn(
  model: Model,
  list: MovingList<Item>,
  from: Anchor | null,
  count: number,
): Promise<readonly string[]> {
  const isBackward = from !== null;
  const page = await readPage(list, isBackward, from, count);
  const seen = page.rows.map(({ row }) => row.key);
  for (let { end, hasMore } = page; end !== undefined && hasMore; ) {
    const next = await readPage(list, isBackward, model.anchor(end), count);
    if (next.end === undefined) {
      expect(next.hasMore).toBe(false);
      break;
    }
    const step = next.end.offset - end.offset;
    expect(isBackward ? -step : step).toBeGreaterThan(0);
    seen.push(...next.rows.map(({ row }) => row.key));
    ({ end, hasMore } = next);
  }
  return seen;
}

/** A server that sorts rows of one time anew for each offset and limit. */
function orderedByPage(model: Model, seed: number): MovingList<Item> {
  const read = async (offset: number, count: number) => {
    const place = (key: string) =>
      createHash('sha1').update(`${seed} ${offset} ${count} ${key}`).digest('hex');
    const rows = model.items
      .toSorted((a, b) => b.timeMs - a.timeMs || (place(a.key) < place(b.key) ? -1 : 1))
      .slice(offset, offset + count)
      .map((item, index) => ({ ...item, offset: offset + index }));
    const hasNext = offset + count < model.items.length;
    return { rows, hasNext, nextRow: offset + rows.length };
  };
  return { ...model, fetch: read, peek: read };
}

test('a walk leaves out no row without a time, and gives all others once, in order', async () => {
  const input = fc.record({
    length: fc.integer({ min: 1, max: 200 }),
    count: fc.integer({ min: 1, max: 100 }),
    /** Every row with such a number has no time; these rows do not change. */
    step: fc.integer({ min: 2, max: 9 }),
    isBackward: fc.boolean(),
    changes: fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(input, async ({ length, count, step, isBackward, changes }) => {
      const model = new Model(length);
      const isUntimed = ({ key }: Item) =>
        key.startsWith('row-') && Number(key.slice('row-'.length)) % step === 0;
      const timeOf = (item: Item) => (isUntimed(item) ? null : item.timeMs) as number;
      Object.assign(model, {
        timeOf,
        anchor: ({ row, offset }: { row: Item; offset: number }) => ({
          offset,
          key: row.key,
          timeMs: timeOf(row),
        }),
      });
      const last = { row: model.items[length - 1] as Item, offset: length - 1 };
      const order = model.items.map(({ key }) => key).slice(0, isBackward ? -1 : length);
      const steady = changes.map((some) =>
        some.map((each) => ({ ...each, isAllowed: (item: Item) => !isUntimed(item) })),
      );
      const { seen, gone } = await walk(
        model,
        isBackward ? model.anchor(last) : null,
        count,
        steady,
      );
      const kept = order.filter((key) => !gone.has(key));
      const timed = kept.filter((key) => Number(key.slice('row-'.length)) % step !== 0);
      expect(seen.filter((key) => timed.includes(key))).toEqual(timed);
      expect(kept.filter((key) => !seen.includes(key))).toEqual([]);
    }),
  );
});
