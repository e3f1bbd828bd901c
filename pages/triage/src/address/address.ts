import {
  type Filter,
  GROUPINGS,
  type Grouping,
  NO_FILTER,
  SORTS,
  type Sort,
} from '../list/arrange.ts';

/** The issue that the page shows. */
export interface Target {
  readonly organization: string;
  /** Numeric or short ID. */
  readonly issue: string;
}

/** `compare` and `grouping` are the two views of the comparison. */
export type Dialog = 'compare' | 'grouping' | 'confirm' | 'assign' | 'keys';

/** How the list of hashes is shown, and what is selected in it. */
export interface View {
  readonly filter: Filter;
  readonly grouping: Grouping;
  readonly sort: Sort;
  /** The selected hashes: checksums. */
  readonly picks: readonly string[];
  /** The open dialog. Only the comparison is in the URL; the history keeps the others. */
  readonly dialog: Dialog | null;
}

export const DEFAULT_VIEW: View = {
  filter: NO_FILTER,
  grouping: 'none',
  sort: 'newest',
  picks: [],
  dialog: null,
};

export const ISSUE_ORDERS = { newest: 'Newest', hashes: 'Most hashes' } as const;
export type IssueOrder = keyof typeof ISSUE_ORDERS;

/** The search for an issue. */
export interface Start {
  /** Empty until an organization is chosen. */
  readonly organization: string;
  /** In Sentry's search syntax. */
  readonly search: string;
  readonly order: IssueOrder;
}

export type Address =
  | { readonly page: 'start'; readonly start: Start }
  | { readonly page: 'issue'; readonly target: Target; readonly view: View };

export const DEFAULT_SEARCH = 'is:unresolved';

/**
 * Null if the URL names no page, as `/triage` itself.
 *
 * @param search the query string of the URL
 * @param fragment of the URL, with `#`: the view, which can be longer than servers accept in a query string
 */
export function readAddress(
  search: string,
  fragment: string,
  dialog: Dialog | null = null,
): Address | null {
  if (search === '') {
    return null;
  }
  const parameters = new URLSearchParams(search);
  const organization = parameters.get('organization')?.trim() ?? '';
  const issue = parameters.get('issue')?.trim() ?? '';
  return organization && issue
    ? { page: 'issue', target: { organization, issue }, view: readView(fragment, dialog) }
    : {
        page: 'start',
        start: {
          organization,
          search: parameters.get('search') ?? DEFAULT_SEARCH,
          order: oneOf(ISSUE_ORDERS, parameters.get('order'), 'newest'),
        },
      };
}

/** Query string and fragment. */
export function writeAddress(address: Address): string {
  if (address.page === 'issue') {
    const view = writeView(address.view);
    const query = new URLSearchParams({ ...address.target });
    return `?${query}${view === '' ? '' : `#${view}`}`;
  }
  const { organization, search, order } = address.start;
  const query = write({
    organization,
    search: search === DEFAULT_SEARCH ? null : search,
    order: order === 'newest' ? '' : order,
  });
  return `?${query || 'choose'}`;
}

function readView(fragment: string, dialog: Dialog | null): View {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const seer = parameters.get('seer');
  return {
    filter: {
      text: parameters.get('filter') ?? '',
      platform: parameters.get('platform') ?? '',
      seer: seer === 'yes' || seer === 'no' ? seer : '',
    },
    grouping: oneOf(GROUPINGS, parameters.get('group'), DEFAULT_VIEW.grouping),
    sort: oneOf(SORTS, parameters.get('sort'), DEFAULT_VIEW.sort),
    picks: [...new Set((parameters.get('picks') ?? '').split(',').filter((pick) => pick !== ''))],
    dialog: readComparison(parameters.get('compare')) ?? dialog,
  };
}

function readComparison(text: string | null): Dialog | null {
  if (text === null) {
    return null;
  }
  return text === 'grouping' ? 'grouping' : 'compare';
}

function writeView({ filter, grouping, sort, picks, dialog }: View): string {
  return write({
    filter: filter.text,
    platform: filter.platform,
    seer: filter.seer,
    group: grouping === DEFAULT_VIEW.grouping ? '' : grouping,
    sort: sort === DEFAULT_VIEW.sort ? '' : sort,
    picks: picks.join(','),
    compare: dialog === 'compare' ? 'yes' : dialog === 'grouping' ? 'grouping' : '',
  }).replaceAll('%2C', ',');
}

/** Leaves out empty values; the empty text for `search` is kept, as it is not its default. */
function write(values: Readonly<Record<string, string | null>>): string {
  return new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      value === null || (value === '' && name !== 'search') ? [] : [[name, value]],
    ),
  ).toString();
}

function oneOf<T extends object>(known: T, text: string | null, fallback: keyof T): keyof T {
  return text !== null && Object.hasOwn(known, text) ? (text as keyof T) : fallback;
}
