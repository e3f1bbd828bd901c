import { afterAll, expect, test, vi } from 'vitest';
import { takeTurn } from '../../src/event-loop.ts';

// Only the clock: turns of the event loop are real ones.
vi.useFakeTimers({ toFake: ['performance'] });
afterAll(() => vi.useRealTimers());

/** The names of the work in each turn of the event loop, until all of it is done. */
async function turnsOf(pieces: readonly (() => Promise<string>)[]): Promise<readonly string[]> {
  // Until the last turn of the previous test has ended.
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  const turns = [''];
  let left = pieces.length;
  let turned = new Promise((resolve) => setImmediate(resolve));
  const done = pieces.map(async (piece) => {
    const name = await piece();
    turns[turns.length - 1] += name;
    left -= 1;
  });
  while (left > 0) {
    await turned;
    turned = new Promise((resolve) => setImmediate(resolve));
    turns.push('');
  }
  await Promise.all(done);
  return turns.filter((turn) => turn !== '');
}

test('work that continues at the same time gets a turn for each owner', async () => {
  const [a, b] = [{}, {}];
  const piece = (name: string, owner: object) => async () => {
    await takeTurn(owner);
    return name;
  };
  expect(
    await turnsOf([piece('a', a), piece('b', b), piece('A', a), piece('c', {}), piece('B', b)]),
  ).toEqual(['aA', 'bB', 'c']);
});

test('owners with little work share a turn up to its size', async () => {
  const piece = (name: string, bytes: number) => async () => {
    await takeTurn({}, bytes);
    return name;
  };
  const third = 100 * 1_024;
  expect(
    await turnsOf([piece('a', third), piece('b', third), piece('c', third), piece('d', 10)]),
  ).toEqual(['ab', 'c', 'd']);
});

test('work without an owner shares a turn until its time is up', async () => {
  const piece = (name: string, durationMs: number) => async () => {
    await takeTurn();
    vi.advanceTimersByTime(durationMs);
    return name;
  };
  const later = (name: string) => async () => {
    await Promise.resolve().then(() => undefined);
    await takeTurn();
    return name;
  };
  expect(await turnsOf([piece('a', 0), piece('b', 20), later('c')])).toEqual(['ab', 'c']);
});
