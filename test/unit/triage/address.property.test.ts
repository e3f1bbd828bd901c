import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Address,
  DEFAULT_VIEW,
  ISSUE_ORDERS,
  readAddress,
  type View,
  writeAddress,
} from '../../../pages/triage/src/address/address.ts';
import { GROUPINGS, SORTS } from '../../../pages/triage/src/list/arrange.ts';

const name = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() === text);
const hash = fc.stringMatching(/^[0-9a-f]{32}$/);
const keysOf = <T extends object>(table: T) =>
  fc.constantFrom(...(Object.keys(table) as (keyof T)[]));

const view: fc.Arbitrary<View> = fc.record({
  filter: fc.record({
    text: fc.string({ unit: 'grapheme' }),
    platform: fc.string(),
    seer: fc.constantFrom('', 'yes', 'no'),
  }),
  grouping: keysOf(GROUPINGS),
  sort: keysOf(SORTS),
  picks: fc.uniqueArray(hash, { maxLength: 5 }),
  dialog: fc.constantFrom(null, 'compare', 'grouping'),
});
const address: fc.Arbitrary<Address> = fc.oneof(
  fc.record({
    page: fc.constant('issue'),
    target: fc.record({ organization: name, issue: name }),
    view,
  }),
  fc.record({
    page: fc.constant('start'),
    start: fc.record({
      organization: fc.oneof(fc.constant(''), name),
      search: fc.string({ unit: 'grapheme' }),
      order: keysOf(ISSUE_ORDERS),
    }),
  }),
);

function readUrl(text: string, dialog: View['dialog'] = null): Address | null {
  const { search, hash: fragment } = new URL(text, 'http://gateway.test/triage');
  return readAddress(search, fragment, dialog);
}

test('an address is read as it was written', () => {
  fc.assert(
    fc.property(address, (given) => {
      expect(readUrl(writeAddress(given))).toEqual(given);
    }),
  );
});

test('any address opens a page', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (query, rest) => {
      const read = readAddress(`?${query}`, `#${rest}`);
      expect(read?.page).toMatch(/^(?:start|issue)$/);
    }),
  );
  expect(readAddress('', '')).toBeNull();
});

test('the default view adds nothing to the address of an issue', () => {
  const target = { organization: 'acme', issue: 'SHOP-1' };
  expect(writeAddress({ page: 'issue', target, view: DEFAULT_VIEW })).toBe(
    '?organization=acme&issue=SHOP-1',
  );
});

test('an open confirmation is not in the address; the history keeps it', () => {
  const target = { organization: 'acme', issue: 'SHOP-1' };
  const written = writeAddress({
    page: 'issue',
    target,
    view: { ...DEFAULT_VIEW, dialog: 'confirm' },
  });
  expect(written).not.toContain('confirm');
  expect(readUrl(written)).toMatchObject({ view: { dialog: null } });
  expect(readUrl(written, 'confirm')).toMatchObject({ view: { dialog: 'confirm' } });
});
