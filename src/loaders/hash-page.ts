import DataLoader from 'dataloader';
import { toKey } from '../key.ts';
import { placeRows } from '../pagination/page-walk.ts';
import type { SentryApi } from '../sentry/api.ts';
import {
  FIRST_PAGE,
  type HashPageKey,
  type HashPageStart,
  hashOf,
  latestEventOf,
  MAX_HASHES_PER_PAGE,
  type HashPage as RawHashPage,
  type SentryHash,
} from '../sentry/hashes.ts';
import type { IssueRef } from '../sentry/issues.ts';
import { asString } from '../sentry/json.ts';
import { batchByGroup, type ObserveBatch, observed } from './batch.ts';
import type { EventLoader } from './event.ts';

/** A page whose rows have their places. */
export interface HashPage {
  readonly hashes: readonly SentryHash[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  /** Where the page behind it begins; null where there is none, or where that is not known. */
  readonly next: HashPageStart | null;
  readonly previous: HashPageStart | null;
  /** Whether its server's cursors cannot be composed, so that row numbers mean nothing to it. */
  readonly hasOpaqueCursors: boolean;
  /** The size of the whole list, where the page tells it. */
  readonly total: number | null;
}

export type HashPageLoader = DataLoader<HashPageKey, HashPage, string>;

/**
 * Pages of hash lists. Pages that begin with the same row are one request, as long as the longest
 * of them and as full as the fullest. The bodies they carry prime the event loader.
 */
export function createHashPageLoader(
  sentry: SentryApi,
  events: EventLoader,
  observe: ObserveBatch,
  { isFallback = false } = {},
): HashPageLoader {
  return new DataLoader<HashPageKey, HashPage, string>(
    observed(
      observe,
      'hashPage',
      batchByGroup({
        groupOf: (key) => toKey(key.organization, key.issue, placeOf(key)),
        maxSize: Number.POSITIVE_INFINITY,
        load: async (keys) => {
          const limit = Math.max(...keys.map((key) => key.limit));
          const isFull = keys.some((key) => key.isFull);
          const whole = { ...keys[0], limit, isFull };
          const page = toPage(whole, await sentry.listHashes({ ...whole, isFallback }));
          primeEvents(events, page);
          return keys.map((key) => cutPage(page, key.limit));
        },
      }),
    ),
    {
      cacheKeyFn: ({ organization, issue, limit, isFull, ...key }) =>
        toKey(organization, issue, limit, isFull, placeOf({ ...key, limit })),
    },
  );
}

/** Of pages by a server's own cursor, those before one end with it: they are cut for no other limit. */
function placeOf({ start, limit }: Pick<HashPageKey, 'start' | 'limit'>): string {
  return start.kind === 'offset' ? `${start.offset}` : toKey('page', limit, start.cursor ?? '');
}

function toPage(key: HashPageKey, page: RawHashPage): HashPage {
  const { rows, hasNext, hasPrevious, opaque } = page;
  const { organization, issue, start, limit } = key;
  if (opaque) {
    const placed = placeRows(
      { keyOf: (row) => asString(row.id) ?? '' },
      { rows, ...opaque },
      { page: start.kind === 'page' ? start.cursor : null, limit },
    );
    return {
      hashes: placed.map(({ row, position }) => ({ organization, issue, position, row })),
      hasNext,
      hasPrevious,
      next: toStart(opaque.next),
      previous: toStart(opaque.previous),
      hasOpaqueCursors: true,
      total: page.total,
    };
  }
  const first = start.kind === 'offset' ? start.offset : 0;
  return {
    hashes: rows.map((row, index) => {
      const position = { kind: 'offset', offset: first + index } as const;
      return { organization, issue, position, row };
    }),
    hasNext,
    hasPrevious,
    next: hasNext ? { kind: 'offset', offset: first + limit } : null,
    previous: null,
    hasOpaqueCursors: false,
    total: hasNext || rows.length === 0 ? null : first + rows.length,
  };
}

function toStart(cursor: string | null): HashPageStart | null {
  return cursor === null ? null : { kind: 'page', cursor };
}

/** The first `limit` rows; there is more behind them if any row was cut off. */
function cutPage(page: HashPage, limit: number): HashPage {
  return page.hashes.length <= limit
    ? page
    : { ...page, hashes: page.hashes.slice(0, limit), hasNext: true, next: null };
}

function primeEvents(events: EventLoader, page: HashPage): void {
  for (const hash of page.hashes) {
    const body = latestEventOf(hash);
    const id = asString(body?.eventID);
    if (body && id !== null) {
      events.prime({ organization: hash.organization, issue: hash.issue, id }, body);
    }
  }
}

/** Most rows that are walked to find the end of a list or a single hash. */
export const MAX_WALKED_HASHES = 1_000;

/**
 * An issue's hashes from the first on, in light pages of 100, one request after another as they
 * are read; ends after `MAX_WALKED_HASHES`. The last page given says by `hasNext` if more remain.
 */
export async function* walkHashPages(
  loader: HashPageLoader,
  { organization, issue }: IssueRef,
): AsyncGenerator<HashPage, void, undefined> {
  let start: HashPageStart | null = FIRST_PAGE;
  for (let walked = 0; start && walked < MAX_WALKED_HASHES; walked += MAX_HASHES_PER_PAGE) {
    const limit = MAX_HASHES_PER_PAGE;
    const page: HashPage = await loader.load({ organization, issue, start, limit, isFull: false });
    yield page;
    start = page.next;
  }
}

/** The row of one checksum in an issue's list, or undefined if no walked page has it. */
export async function findHash(loader: HashPageLoader, issue: IssueRef, checksum: string) {
  for await (const page of walkHashPages(loader, issue)) {
    const found = page.hashes.find((hash) => hashOf(hash) === checksum);
    if (found) {
      return found;
    }
  }
  return undefined;
}
