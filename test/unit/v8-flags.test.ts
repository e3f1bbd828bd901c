import { setFlagsFromString } from 'node:v8';
import { expect, test } from 'vitest';
import { disablePretenuring } from '../../src/v8-flags.ts';

const make = (index: number) => ({ index, list: [index, index + 1] });

/** Creates objects that live long, as those of large responses do while a process warms up. */
function warmUp(): void {
  for (let round = 0; round < 10; round += 1) {
    const kept: object[] = [];
    for (let index = 0; index < 100_000; index += 1) {
      kept.push(make(index));
    }
    expect(kept.at(-1)).toEqual({ index: 99_999, list: [99_999, 100_000] });
  }
}

test('objects are allocated in the young generation, although all earlier ones lived long', () => {
  disablePretenuring();
  setFlagsFromString('--allow-natives-syntax');
  const isYoung: (value: object) => boolean = new Function(
    'value',
    'return %InYoungGeneration(value)',
  ) as never;
  warmUp();
  expect(isYoung(make(0))).toBe(true);
  expect(isYoung(make(0).list)).toBe(true);
});
