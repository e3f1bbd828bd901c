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
  readonly event: EventKey | null;
  /** Of the full event; undefined until it is loaded. */
  readonly details?: RowDetails | undefined;
}

/** The latest event; a row has none if it is not retained. */
export interface EventKey {
  /** Global ID. */
  readonly id: string;
  /** ID at Sentry. */
  readonly eventId: string;
}

export interface RowDetails {
  /** The innermost call; null if the event has no stack trace. */
  readonly topFrame: string | null;
  /** The whole path of its file. */
  readonly file: string | null;
  /** All hashes of the event. */
  readonly hashes: readonly string[];
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

/** `count`: of the hashes in a group; Sentry does not count the events of a hash. */
export const SORTS = {
  newest: 'Last seen',
  oldest: 'Last seen, oldest first',
  title: 'Title',
  count: 'Group size',
} as const;
export type Sort = keyof typeof SORTS;

export interface Filter {
  readonly text: string;
  /** Empty for all. */
  readonly platform: string;
  /** Empty for all. */
  readonly seer: '' | 'yes' | 'no';
}
export const NO_FILTER: Filter = { text: '', platform: '', seer: '' };

export function titleOf({ title, event }: Pick<HashRow, 'title' | 'event'>): string {
  return title || (event ? 'Untitled event' : 'Latest event not retained');
}

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
  return rows.filter((row) => matchesChoices(row, filter) && matchesText(row, filter.text));
}

/** Rows about which the filter cannot decide until their full event is loaded. */
export function undecidedRows(rows: readonly HashRow[], filter: Filter): readonly HashRow[] {
  return rows.filter(
    (row) =>
      row.event !== null &&
      row.details === undefined &&
      matchesChoices(row, filter) &&
      !matchesText(row, filter.text),
  );
}

function matchesChoices(row: HashRow, { platform, seer }: Filter): boolean {
  return (
    (platform === '' || row.platform === platform) &&
    (seer === '' || (row.mergedBySeer === true) === (seer === 'yes'))
  );
}

/** Every word occurs in a text that the list shows for the hash, whole hashes and paths included. */
function matchesText({ details, ...row }: HashRow, text: string): boolean {
  const shown = [
    row.title,
    row.culprit,
    row.hash,
    row.platform,
    details?.topFrame,
    details?.file,
    ...(details?.hashes ?? []),
  ]
    .join(' ')
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => shown.includes(word));
}

/** The list as it is shown: rows in order, below their groups. */
export function arrange(
  rows: readonly HashRow[],
  { grouping, sort }: { readonly grouping: Grouping; readonly sort: Sort },
  closed: ReadonlySet<string>,
): readonly ListItem[] {
  const sorted = rows.toSorted(ROW_ORDERS[sort]);
  if (grouping === 'none') {
    return sorted.map(toItem);
  }
  const groups = new Map<string, HashRow[]>();
  for (const row of sorted) {
    const label = labelOf(row, grouping);
    const group = groups.get(label);
    if (group) {
      group.push(row);
    } else {
      groups.set(label, [row]);
    }
  }
  return [...groups].sort(GROUP_ORDERS[sort]).flatMap(([label, members]): readonly ListItem[] => {
    const key = `${grouping}: ${label}`;
    const isOpen = !closed.has(key);
    const heading: ListItem = { kind: 'group', key, label, rows: members, isOpen };
    return isOpen ? [heading, ...members.map(toItem)] : [heading];
  });
}

/** The rows as they are shown, those of closed groups included. */
export function inOrder(
  rows: readonly HashRow[],
  order: { readonly grouping: Grouping; readonly sort: Sort },
): readonly HashRow[] {
  return arrange(rows, order, NONE_CLOSED).flatMap((item) =>
    item.kind === 'hash' ? item.row : [],
  );
}

const NONE_CLOSED: ReadonlySet<string> = new Set();

type Group = readonly [string, readonly HashRow[]];

const byTitle = (one: HashRow, other: HashRow) =>
  (one.title ?? '').localeCompare(other.title ?? '');
/** Of a row without an event. */
const LONG_AGO = '1970-01-01T00:00:00Z';
const byDate = (one: HashRow, other: HashRow) =>
  Date.parse(other.date ?? LONG_AGO) - Date.parse(one.date ?? LONG_AGO);

const ROW_ORDERS: Record<Sort, (one: HashRow, other: HashRow) => number> = {
  newest: byDate,
  oldest: (one, other) => byDate(other, one),
  title: byTitle,
  count: byDate,
};

const byFirst = (order: (one: HashRow, other: HashRow) => number) => {
  return ([, [one]]: Group, [, [other]]: Group) => (one && other ? order(one, other) : 0);
};

const GROUP_ORDERS: Record<Sort, (one: Group, other: Group) => number> = {
  newest: byFirst(ROW_ORDERS.newest),
  oldest: byFirst(ROW_ORDERS.oldest),
  title: ([one], [other]) => one.localeCompare(other),
  count: ([, one], [, other]) => other.length - one.length,
};

function toItem(row: HashRow): ListItem {
  return { kind: 'hash', key: row.id, row };
}

function labelOf(row: HashRow, grouping: Exclude<Grouping, 'none'>): string {
  switch (grouping) {
    case 'title':
      return row.title || 'No title';
    case 'culprit':
      return row.culprit || 'No culprit';
    case 'platform':
      return row.platform || 'No platform';
    case 'topFrame':
      return row.event && !row.details ? 'Loading …' : (row.details?.topFrame ?? 'No stack trace');
    case 'seer':
      return row.mergedBySeer === true ? 'Merged by Seer' : 'Not merged by Seer';
  }
}
