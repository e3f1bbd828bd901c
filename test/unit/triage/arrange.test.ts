import { expect, test } from 'vitest';
import {
  arrange,
  type Filter,
  filterRows,
  type HashRow,
  inOrder,
  NO_FILTER,
  undecidedRows,
} from '../../../pages/triage/src/list/arrange.ts';
import { describeProgress, type ListProgress } from '../../../pages/triage/src/list/status.ts';

const row = (hash: string, part: Partial<HashRow> = {}): HashRow => ({
  id: `id of ${hash}`,
  hash,
  title: 'TypeError: cart is undefined',
  culprit: 'pay(app/cart)',
  platform: 'javascript',
  date: '2020-06-17T20:00:00Z',
  mergedBySeer: null,
  seerDistance: null,
  event: { id: `event of ${hash}`, eventId: hash },
  ...part,
});
const read = row('aaaa', {
  details: { topFrame: 'pay · cart.ts', file: 'src/shop/cart.ts', hashes: ['aaaa', 'ffff'] },
});
const unread = row('bbbb');
const withText = (text: string): Filter => ({ ...NO_FILTER, text });
const hashes = (rows: readonly HashRow[]) => rows.map(({ hash }) => hash);

test.each(['src/shop/cart.ts', 'pay · cart', 'FFFF', 'aaa', 'typeerror CART javascript'])(
  'the filter “%s” finds a hash by what the list shows of it',
  (text) => {
    expect(hashes(filterRows([read], withText(text)))).toEqual(['aaaa']);
  },
);

test('a hash that does not match yet is undecided until its full event is loaded', () => {
  const filter = withText('shop/cart.ts');
  expect(hashes(undecidedRows([read, unread], filter))).toEqual(['bbbb']);
  expect(undecidedRows([row('cccc', { event: null })], filter)).toEqual([]);
  expect(undecidedRows([unread], withText('TypeError'))).toEqual([]);
  expect(undecidedRows([unread], { ...filter, platform: 'python' })).toEqual([]);
});

test('groups are sorted by count, by their newest event, or by name', () => {
  const rows = [
    row('1', { title: 'B', date: '2020-06-17T20:00:00Z' }),
    row('2', { title: 'A', date: '2020-06-17T19:00:00.5Z' }),
    row('3', { title: 'A', date: '2020-06-17T19:00:00Z' }),
  ];
  const labels = (sort: 'count' | 'newest' | 'oldest' | 'title') =>
    arrange(rows, { grouping: 'title', sort }, new Set()).flatMap((item) =>
      item.kind === 'group' ? `${item.label} ${hashes(item.rows)}` : [],
    );
  expect(labels('count')).toEqual(['A 2,3', 'B 1']);
  expect(labels('newest')).toEqual(['B 1', 'A 2,3']);
  expect(labels('oldest')).toEqual(['A 3,2', 'B 1']);
  expect(labels('title')).toEqual(['A 2,3', 'B 1']);
  expect(hashes(inOrder(rows, { grouping: 'title', sort: 'count' }))).toEqual(['2', '3', '1']);
  expect(hashes(inOrder(rows, { grouping: 'none', sort: 'oldest' }))).toEqual(['3', '2', '1']);
});

test('a closed group hides its hashes', () => {
  const items = arrange([read, unread], { grouping: 'title', sort: 'count' }, new Set());
  const [group] = items;
  expect(items).toHaveLength(3);
  const closed = new Set([group?.key ?? '']);
  expect(arrange([read, unread], { grouping: 'title', sort: 'count' }, closed)).toHaveLength(1);
});

const PROGRESS: ListProgress = {
  loaded: 1_000,
  matching: 1_000,
  isFiltered: false,
  hasNext: false,
  isLoading: false,
  isStuck: false,
  undecided: 0,
  isSelectionAwaited: false,
};
test.each<[Partial<ListProgress>, string]>([
  [{}, '1,000 hashes'],
  [{ loaded: 1 }, '1 hash'],
  [{ loaded: 50, hasNext: true }, '50 hashes so far'],
  [{ loaded: 50, hasNext: true, isLoading: true }, '50 hashes so far, loading …'],
  [{ loaded: 50, hasNext: true, isStuck: true }, '50 hashes so far · the rest could not be loaded'],
  [{ matching: 7, isFiltered: true }, '7 match · 1,000 hashes'],
  [
    { matching: 7, isFiltered: true, hasNext: true, isLoading: true, loaded: 50 },
    '7 match so far · 50 hashes so far, loading …',
  ],
  [
    { matching: 7, isFiltered: true, undecided: 993 },
    '7 match so far · 1,000 hashes · 993 stack traces to read …',
  ],
  [
    { loaded: 50, hasNext: true, isSelectionAwaited: true },
    '50 hashes so far · selects when complete',
  ],
])('the progress %j is described as “%s”', (part, text) => {
  expect(describeProgress({ ...PROGRESS, ...part })).toBe(text);
});
