export interface HashRow {
  /** Global ID. */
  readonly id: string;
  readonly hash: string;
  readonly title: string | null;
  readonly culprit: string | null;
  readonly platform: string | null;
  /** Of the latest event. */
  readonly date: string | null;
  readonly mergedBySeer: boolean | null;
  readonly seerDistance: number | null;
  /** Global ID of the latest event; null if it is not retained. */
  readonly eventId: string | null;
  /** The innermost call; undefined until the full event is loaded. */
  readonly topFrame?: string | undefined;
}

export const GROUPINGS = {
  none: 'None',
  title: 'Title',
  culprit: 'Culprit',
  topFrame: 'Top frame',
  platform: 'Platform',
  seer: 'Merged by Seer',
} as const;
export type Grouping = keyof typeof GROUPINGS;

export interface Filter {
  readonly text: string;
  /** Empty for all. */
  readonly platform: string;
  /** Empty for all. */
  readonly seer: '' | 'yes' | 'no';
}
export const NO_FILTER: Filter = { text: '', platform: '', seer: '' };

/** One line of the list: a hash, or the heading of a group. */
export type ListItem =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly label: string;
      readonly rows: readonly HashRow[];
      readonly isOpen: boolean;
    }
  | { readonly kind: 'hash'; readonly key: string; readonly row: HashRow };

export function filterRows(rows: readonly HashRow[], filter: Filter): readonly HashRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = [row.title, row.culprit, row.hash, row.platform, row.topFrame]
      .join(' ')
      .toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (filter.platform === '' || row.platform === filter.platform) &&
      (filter.seer === '' || (row.mergedBySeer === true) === (filter.seer === 'yes'))
    );
  });
}

/** The largest group first; hashes keep their order. */
export function arrange(
  rows: readonly HashRow[],
  grouping: Grouping,
  closed: ReadonlySet<string>,
): readonly ListItem[] {
  if (grouping === 'none') {
    return rows.map(toItem);
  }
  const groups = new Map<string, HashRow[]>();
  for (const row of rows) {
    const label = labelOf(row, grouping);
    const group = groups.get(label);
    if (group) {
      group.push(row);
    } else {
      groups.set(label, [row]);
    }
  }
  return [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .flatMap(([label, members]): readonly ListItem[] => {
      const key = `${grouping}: ${label}`;
      const isOpen = !closed.has(key);
      const heading: ListItem = { kind: 'group', key, label, rows: members, isOpen };
      return isOpen ? [heading, ...members.map(toItem)] : [heading];
    });
}

function toItem(row: HashRow): ListItem {
  return { kind: 'hash', key: row.id, row };
}

function labelOf(row: HashRow, grouping: Exclude<Grouping, 'none'>): string {
  switch (grouping) {
    case 'title':
      return row.title ?? 'No title';
    case 'culprit':
      return row.culprit || 'No culprit';
    case 'platform':
      return row.platform ?? 'No platform';
    case 'topFrame':
      return row.topFrame ?? (row.eventId ? 'Loading …' : 'No stack trace');
    case 'seer':
      return row.mergedBySeer === true ? 'Merged by Seer' : 'Not merged by Seer';
  }
}
