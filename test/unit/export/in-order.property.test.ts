import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder, type PagedList, type PageInOrder } from '../../../src/export/in-order.ts';

interface Page extends PageInOrder {
  readonly name: string;
}

/** Pages of each list: their sizes. */
const sizes = fc.array(fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }), { maxLength: 12 });
const options = fc.record({
  concurrency: fc.integer({ min: 1, max: 6 }),
  maxBytes: fc.integer({ min: 1, max: 100 }),
});

/** Lists that answer in an order that the scheduler chooses, and what they observe. */
function observe(
  scheduler: fc.Scheduler,
  lists: readonly (readonly number[])[],
  failsAt: string | null = null,
) {
  const seen = { reading: 0, mostReading: 0, waitingBytes: 0, mostWaitingBytes: 0, asked: 0 };
  async function* generate(): AsyncGenerator<PagedList<Page>> {
    for (const [index, pages] of lists.entries()) {
      let next = 0;
      yield {
        readPage: async () => {
          const page = next;
          next += 1;
          seen.asked += 1;
          seen.reading += 1;
          seen.mostReading = Math.max(seen.mostReading, seen.reading);
          await scheduler.schedule(Promise.resolve());
          seen.reading -= 1;
          const [name, bytes] = [`${index}.${page}`, pages[page] ?? 0];
          if (name === failsAt) {
            throw new Error(name);
          }
          seen.waitingBytes += bytes;
          seen.mostWaitingBytes = Math.max(seen.mostWaitingBytes, seen.waitingBytes);
          return { name, bytes, isLast: page === pages.length - 1 };
        },
      };
    }
  }
  return { seen, lists: generate() };
}

const namesOf = (lists: readonly (readonly number[])[]) =>
  lists.flatMap((pages, index) => pages.map((_size, page) => `${index}.${page}`));

test('all pages come once and in order, whatever the order of the answers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), sizes, options, async (scheduler, lists, limits) => {
      const observed = observe(scheduler, lists);
      const names: string[] = [];
      const walked = (async () => {
        for await (const { name, bytes } of inOrder(observed.lists, limits)) {
          names.push(name);
          observed.seen.waitingBytes -= bytes;
        }
      })();
      await scheduler.waitFor(walked);
      expect(names).toEqual(namesOf(lists));
      expect(observed.seen.mostReading).toBeLessThanOrEqual(limits.concurrency);
      // What was in flight when the limit was reached comes on top.
      expect(observed.seen.mostWaitingBytes).toBeLessThanOrEqual(
        limits.maxBytes + 40 * limits.concurrency,
      );
    }),
  );
});

test('a failure comes behind the pages before it, and nothing more is requested after it', async () => {
  const failing = sizes
    .filter((lists) => lists.length > 0)
    .chain((lists) =>
      fc.record({ lists: fc.constant(lists), failsAt: fc.constantFrom(...namesOf(lists)) }),
    );
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), failing, options, async (scheduler, failed, limits) => {
      const { lists, failsAt } = failed;
      const observed = observe(scheduler, lists, failsAt);
      const names: string[] = [];
      const walked = (async () => {
        for await (const { name } of inOrder(observed.lists, limits)) {
          names.push(name);
        }
      })();
      await expect(scheduler.waitFor(walked)).rejects.toThrow(failsAt);
      const expected = namesOf(lists);
      expect(names).toEqual(expected.slice(0, names.length));
      expect(names.length).toBeLessThanOrEqual(expected.indexOf(failsAt));
      const { asked } = observed.seen;
      await scheduler.waitIdle();
      expect(observed.seen.asked).toBe(asked);
    }),
  );
});
