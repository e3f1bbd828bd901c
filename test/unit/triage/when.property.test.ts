import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asDate, exactDate, shortDate, timeOfDay } from '../../../pages/triage/src/when.ts';

test.each([
  ['2020-06-17T20:00:00.123456Z', '17 Jun 2020'],
  ['2020-13-99', 'unknown'],
  ['x', 'unknown'],
  ['', 'unknown'],
  [null, 'unknown'],
])('the date of %j is “%s”', (text, expected) => {
  expect(shortDate(text)).toBe(expected);
});

test('no text makes the page fail, and only dates are shown', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const shown = [shortDate(text), exactDate(text), timeOfDay(text)];
      expect(shown.every((each) => each === 'unknown')).toBe(asDate(text) === null);
    }),
  );
});
