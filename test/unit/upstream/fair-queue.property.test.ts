import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FairQueue } from '../../../src/upstream/fair-queue.ts';

interface Item {
  readonly owner: number;
  readonly order: number;
}

const anyone = () => true;

function fill(maxSize: number, owners: readonly number[]) {
  const queue = new FairQueue<number, Item>(maxSize);
  const evicted = owners.map((owner, order) => queue.push(owner, { owner, order }));
  return { queue, evicted: evicted.filter((item) => item !== undefined) };
}

function drain(queue: FairQueue<number, Item>): Item[] {
  const items: Item[] = [];
  for (let item = queue.take(anyone); item; item = queue.take(anyone)) {
    items.push(item);
  }
  return items;
}

const owners = fc.array(fc.nat(6), { maxLength: 100, size: 'max' });

test('no item is lost or duplicated, whatever the limit', () => {
  fc.assert(
    fc.property(owners, fc.nat(50), (all, maxSize) => {
      const { queue, evicted } = fill(maxSize, all);
      expect(queue.size).toBe(Math.min(all.length, maxSize));
      const seen = [...drain(queue), ...evicted].map(({ order }) => order);
      expect(seen.sort((a, b) => a - b)).toEqual(all.map((_, order) => order));
      expect(queue.size).toBe(0);
    }),
  );
});

test('owners take turns: none is served twice before every waiting owner was served once', () => {
  fc.assert(
    fc.property(owners, (all) => {
      const served = drain(fill(1_000, all).queue);
      const rounds = new Map<number, number>();
      let lastRound = 0;
      for (const { owner } of served) {
        const round = (rounds.get(owner) ?? 0) + 1;
        rounds.set(owner, round);
        expect(round).toBeGreaterThanOrEqual(lastRound);
        lastRound = round;
      }
    }),
  );
});

test('items of one owner are served in the order of arrival', () => {
  fc.assert(
    fc.property(owners, (all) => {
      for (const owner of new Set(all)) {
        const orders = drain(fill(1_000, all).queue)
          .filter((item) => item.owner === owner)
          .map(({ order }) => order);
        expect(orders).toEqual([...orders].sort((a, b) => a - b));
      }
    }),
  );
});

test('a full queue accepts a new owner and evicts the last item of the longest lane', () => {
  const { queue, evicted } = fill(3, [1, 1, 1, 2, 1]);
  expect(evicted).toEqual([
    { owner: 1, order: 2 },
    { owner: 1, order: 4 },
  ]);
  expect(drain(queue).map(({ order }) => order)).toEqual([0, 3, 1]);
});

test('an item that may not be sent yet does not block those behind it', () => {
  const { queue } = fill(10, [1, 1, 2]);
  expect(queue.take(({ order }) => order > 0)?.order).toBe(1);
  expect(drain(queue).map(({ order }) => order)).toEqual([2, 0]);
});
