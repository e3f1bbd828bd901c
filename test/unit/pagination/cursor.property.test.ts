import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withChecksum } from '../../../src/checksum.ts';
import {
  decodeCursor,
  encodeCursor,
  MAX_CURSOR_LENGTH,
  MAX_OFFSET,
  type Position,
} from '../../../src/pagination/cursor.ts';

const upstreamCursor = fc.option(
  fc.string({ minLength: 1, maxLength: 120, unit: 'grapheme-ascii' }),
);
const position: fc.Arbitrary<Position> = fc.oneof(
  fc.record({
    kind: fc.constant('offset' as const),
    offset: fc.nat(MAX_OFFSET),
    key: fc.option(fc.string({ minLength: 1, maxLength: 64, unit: 'grapheme-ascii' })),
    timeMs: fc.option(fc.integer({ min: -1e13, max: 1e13 })),
  }),
  fc
    .record({
      kind: fc.constant('page' as const),
      page: upstreamCursor,
      limit: fc.integer({ min: 1, max: 100 }),
      skip: fc.nat(99),
      key: fc.string({ maxLength: 40, unit: 'grapheme-ascii' }),
      next: upstreamCursor,
      previous: upstreamCursor,
      index: fc.option(fc.nat(MAX_OFFSET)),
    })
    .filter(({ limit, skip }) => skip < limit),
);

const decode = (text: string) => decodeCursor('issueHashes', 'after', text);
const refusal = expect.objectContaining({
  extensions: { code: 'INVALID_CURSOR', argument: 'after' },
});

test('decoding a cursor returns its position, and its length is bounded', () => {
  fc.assert(
    fc.property(position, (original) => {
      const cursor = encodeCursor('issueHashes', original);
      expect(decode(cursor)).toEqual(original);
      expect(cursor.length).toBeLessThanOrEqual(MAX_CURSOR_LENGTH);
      expect(cursor).toMatch(/^[\w-]+$/);
    }),
  );
});

test('a truncated cursor is refused', () => {
  fc.assert(
    fc.property(position, fc.nat(), (original, at) => {
      const cursor = encodeCursor('issueHashes', original);
      expect(() => decode(cursor.slice(0, at % cursor.length))).toThrow(refusal);
    }),
  );
});

test('a cursor with any one character changed is refused', () => {
  fc.assert(
    fc.property(
      position,
      fc.nat(),
      fc.constantFrom(...'abcXYZ019-_'),
      (original, at, character) => {
        const cursor = encodeCursor('issueHashes', original);
        const index = at % cursor.length;
        fc.pre(cursor[index] !== character);
        const forged = cursor.slice(0, index) + character + cursor.slice(index + 1);
        expect(() => decode(forged)).toThrow(refusal);
      },
    ),
  );
});

test('any text that this gateway did not create is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
      expect(() => decode(`x${text}`)).toThrow(refusal);
    }),
  );
});

test('the cursor of another kind of list is refused', () => {
  expect(() => decode(withChecksum('1|issues|o|5'))).toThrow(refusal);
});

test('a cursor beyond the bounds of a list is refused', () => {
  for (const payload of [
    `1|issueHashes|o|${MAX_OFFSET + 1}`,
    '1|issueHashes|o|-1',
    '1|issueHashes|p|0|0|k|x||',
    '1|issueHashes|p|101|0|k|x||',
    '1|issueHashes|p|20|20|k|x||',
    '1|issueHashes|p|20|2|k|x',
    '2|issueHashes|o|5',
  ]) {
    expect(() => decode(withChecksum(payload))).toThrow(refusal);
  }
  expect(() => decode('0:9999999999:0')).toThrow(refusal);
  expect(() => decode('0:-5:0')).toThrow(refusal);
});

test('a cursor omits the cursors of its neighbours if they are too long', () => {
  const place = {
    kind: 'page',
    page: 'p'.repeat(400),
    limit: 20,
    skip: 19,
    key: 'k',
    index: 39,
  } as const;
  const cursor = encodeCursor('issueHashes', {
    ...place,
    next: 'n'.repeat(1_000),
    previous: 'q'.repeat(1_000),
  });
  expect(cursor.length).toBeLessThanOrEqual(MAX_CURSOR_LENGTH);
  expect(decode(cursor)).toEqual({ ...place, next: null, previous: null });
});

test('a key of the server with half of a surrogate pair is in a cursor, as another character', () => {
  const row = encodeCursor('issueHashes', { kind: 'offset', offset: 1, key: 'a\ud800', timeMs: 2 });
  expect(decodeCursor('issueHashes', 'after', row)).toMatchObject({ offset: 1, key: 'a\ufffd' });
});

test('a payload with invalid UTF-8 does not cause an exception', () => {
  expect(decode(withChecksum('1|issueHashes|p|20|2|%E0%A4%A|%zz||'))).toMatchObject({
    key: '',
    page: null,
  });
});

test("Sentry's own cursors mean the row of their offset", () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.nat(MAX_OFFSET), fc.constantFrom(0, 1), (value, offset, isPrev) => {
      expect(decode(`${value}:${offset}:${isPrev}`)).toEqual({ kind: 'row', offset });
    }),
  );
});

test('a cursor of a page that was made before edges were numbered is still read', () => {
  expect(decode(withChecksum('1|issueHashes|p|20|2|k|page|next|'))).toEqual({
    kind: 'page',
    page: 'page',
    limit: 20,
    skip: 2,
    key: 'k',
    next: 'next',
    previous: null,
    index: null,
  });
});
