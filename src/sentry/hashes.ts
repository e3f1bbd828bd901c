import type { Position } from '../pagination/cursor.ts';
import type { SentryClient } from './client.ts';
import type { Dialect } from './dialect.ts';
import { endpoints } from './endpoints.ts';
import { SentryError } from './errors.ts';
import { getListedIssue, orGlitchTip } from './glitchtip.ts';
import type { IssueRef } from './issues.ts';
import { asList, asObject, asString, type Json } from './json.ts';
import type { Link } from './link-header.ts';
import type { EventJson } from './shapes/event.ts';
import type { HashJson } from './shapes/issue.ts';

/** A row of an issue's hash list: `{id, latestEvent}` and, of late, two fields of Seer's. */
export interface SentryHash extends IssueRef {
  readonly position: Position;
  readonly row: HashJson;
}

/** Where a page begins: with a row by its number from 0, or where a cursor of the server's own leads. */
export type HashPageStart =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'page'; readonly cursor: string | null };

export const FIRST_PAGE: HashPageStart = { kind: 'offset', offset: 0 };

export interface HashPageKey {
  readonly organization: string;
  readonly issue: string;
  readonly start: HashPageStart;
  /** 1 to 100. */
  readonly limit: number;
  /** Whether its events are needed in full. */
  readonly isFull: boolean;
}

/** A page of a hash list as its server gave it. */
export interface HashPage {
  readonly rows: readonly HashJson[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  /** Cursors of the pages around it where the server gives such as cannot be composed, else null. */
  readonly opaque: { readonly next: string | null; readonly previous: string | null } | null;
  /** The size of the whole list, where the server counted it. */
  readonly total: number | null;
}

/** Most checksums of one unmerge: they go into the URL, and 100 stay below the 8 kB of proxies. */
export const MAX_UNMERGED_HASHES = 100;

/**
 * Sentry answers 202 and moves the hashes' events later, all of them to one new issue whose
 * id it does not tell; 409 where all of them are under way already. GlitchTip forgets the hashes, and
 * leaves their events where they are.
 */
export async function unmergeHashes(
  sentry: SentryClient,
  { organization, issue }: IssueRef,
  hashes: readonly string[],
): Promise<void> {
  const dialect = sentry.dialectOf(organization);
  const unmerge = (verb: Dialect['unmergeVerb']) =>
    sentry.send({
      endpoint: verb === 'PUT' ? endpoints.unmergeHashes : endpoints.unmergeHashesByDelete,
      params: { organization, issue },
      ids: hashes,
    });
  const verb = dialect.unmergeVerb;
  try {
    await unmerge(verb);
  } catch (error) {
    if (!(error instanceof SentryError && error.status === 405)) {
      throw error;
    }
    // Nothing was done: the server does not know the verb.
    dialect.sawNoVerb(verb);
    await unmerge(dialect.unmergeVerb);
  }
}

/** Most rows of a page: `per_page` beyond it is refused by Sentry. */
export const MAX_HASHES_PER_PAGE = 100;

export function hashOf({ row }: SentryHash): string {
  return asString(row.id) ?? '';
}

export function latestEventOf({ row }: SentryHash): EventJson | null {
  return asObject(row.latestEvent);
}

/**
 * Sentry's `GenericOffsetPaginator` reads of a cursor the offset alone, so any row can begin a page
 * of any size: `0:<offset>:0` is composed. GlitchTip's cursors lead where its links say. Whether
 * there is more is what `results` says.
 */
export async function getHashPage(
  sentry: SentryClient,
  key: HashPageKey,
  isSecond = false,
): Promise<HashPage> {
  const { organization, issue, start, limit, isFull } = key;
  const dialect = sentry.dialectOf(organization);
  const askedAs = dialect.server;
  const cursor = cursorOf(start);
  const { body, links, hits } = await orGlitchTip(sentry, key, () => {
    const isGlitchTip = dialect.server === 'glitchTip';
    return sentry.send({
      endpoint: endpoints.issueHashes,
      params: { organization, issue },
      query: { [isGlitchTip ? 'limit' : 'per_page']: limit, cursor: cursor ?? undefined },
      events: isGlitchTip ? undefined : isFull ? 'full' : 'light',
    });
  });
  dialect.sawLinks(links);
  const hasOpaqueCursors = dialect.server === 'glitchTip';
  if (
    hasOpaqueCursors !== (askedAs === 'glitchTip') &&
    !isSecond &&
    asList(body)?.length !== limit
  ) {
    // It is another server than was thought, and was not told the size of the page in its own word.
    return getHashPage(sentry, key, true);
  }
  const rows = readRows(body, limit);
  if (hasOpaqueCursors && rows.length === 0 && cursor === null) {
    // Of an issue that does not exist it gives an empty list.
    await getListedIssue(sentry, key);
  }
  const beside = ({ results, cursor: there }: Link = NOWHERE) => (results ? there : null);
  return {
    rows,
    hasNext: links.next?.results ?? false,
    hasPrevious: links.previous?.results ?? (start.kind === 'offset' && start.offset > 0),
    opaque: hasOpaqueCursors
      ? { next: beside(links.next), previous: beside(links.previous) }
      : null,
    total: hasOpaqueCursors && hits !== undefined && hits < MAX_HITS ? hits : null,
  };
}

const NOWHERE: Link = { results: false, cursor: null };

/** GlitchTip counts this far and no further (`X-Max-Hits`). */
const MAX_HITS = 1_000;

function cursorOf(start: HashPageStart): string | null {
  if (start.kind === 'page') {
    return start.cursor;
  }
  return start.offset === 0 ? null : `0:${start.offset}:0`;
}

function readRows(body: Json, limit: number): readonly HashJson[] {
  const rows = asList(body);
  if (rows === null) {
    throw new SentryError('badResponse', 'Sentry gave hashes that are not a list.');
  }
  if (rows.length > limit) {
    throw new SentryError(
      'badResponse',
      `Sentry gave ${rows.length} hashes where ${limit} were asked for.`,
    );
  }
  return rows.map((item) => {
    const row = asObject(item);
    if (row === null || asString(row['id']) === null) {
      throw new SentryError('badResponse', 'Sentry gave a hash that has no id.');
    }
    return row;
  });
}
