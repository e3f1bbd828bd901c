import { expect, test } from 'vitest';
import { plural } from '../../../pages/triage/src/plural.ts';

test.each([
  [0, 'issue', '0 issues'],
  [1, 'issue', '1 issue'],
  [1, 'hash', '1 hash'],
  [1_000, 'hash', '1,000 hashes'],
])('%i of %s is “%s”', (count, noun, text) => {
  expect(plural(count, noun)).toBe(text);
});
