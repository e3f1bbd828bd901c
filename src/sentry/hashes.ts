import type { Position } from '../pagination/cursor.ts';
import type { Fallback } from './api.ts';
import { endpoints } from './endpoints.ts';
import { SentryError } from './errors.ts';
import type { IssueRef } from './issues.ts';
import { asList, asObject, asString } from './json.ts';
import type { SentryAnswer } from './request.ts';
import type { SentryClient } from './server-kind.ts';
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

/** Most rows of a page: `per_page` beyond it is refused by Sentry. */
export const MAX_HASHES_PER_PAGE = 100;

/** Most checksums of one unmerge: they go into the URL, and 100 stay below the 8 kB of proxies. */
export const MAX_UNMERGED_HASHES = 100;

export function hashOf({ row }: SentryHash): string {
  return asString(row.id) ?? '';
}

export function latestEventOf({ row }: SentryHash): EventJson | null {
  return asObject(row.latestEvent);
}

/**
 * Sentry's `GenericOffsetPaginator` reads of a cursor the offset alone, so any row can begin a page
 * of any size: `0:<offset>:0` is composed. Whether there is more is what `results` says.
 */
export async function listHashes(
  client: SentryClient,
  { organization, issue, start, limit, isFull, isFallback }: HashPageKey & Fallback,
): Promise<HashPage> {
  const answer = await client.send({
    endpoint: endpoints.issueHashes,
    params: { organization, issue },
    query: { per_page: limit, cursor: cursorOf(start) },
    events: isFull ? 'full' : 'light',
    isFallback,
  });
  const { links } = answer;
  return {
    rows: readHashRows(answer, limit),
    hasNext: links.next?.results ?? false,
    hasPrevious: links.previous?.results ?? (start.kind === 'offset' && start.offset > 0),
    opaque: null,
    total: null,
  };
}

/** The cursor that opens a page; undefined for the first one. */
export function cursorOf(start: HashPageStart): string | undefined {
  if (start.kind === 'page') {
    return start.cursor ?? undefined;
  }
  return start.offset === 0 ? undefined : `0:${start.offset}:0`;
}

export function readHashRows({ body }: SentryAnswer, limit: number): readonly HashJson[] {
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

/**
 * Sentry answers 202 and moves the hashes' events later, all of them to one new issue whose id it
 * does not tell; 409 where all of them are under way already. Older servers take another verb.
 */
export async function unmergeHashes(
  client: SentryClient,
  key: IssueRef & { readonly hashes: readonly string[] },
): Promise<void> {
  const server = client.serverOf(key.organization);
  const { unmergeVerb } = server;
  try {
    await unmergeBy(unmergeVerb, client, key);
  } catch (error) {
    if (!(error instanceof SentryError && error.status === 405)) {
      throw error;
    }
    // Nothing was done: the server does not know the verb.
    server.unmergeVerb = unmergeVerb === 'PUT' ? 'DELETE' : 'PUT';
    await unmergeBy(server.unmergeVerb, client, key);
  }
}

export async function unmergeBy(
  verb: 'PUT' | 'DELETE',
  client: SentryClient,
  { organization, issue, hashes }: IssueRef & { readonly hashes: readonly string[] },
): Promise<void> {
  await client.send({
    endpoint: verb === 'PUT' ? endpoints.unmergeHashes : endpoints.unmergeHashesByDelete,
    params: { organization, issue },
    ids: hashes,
  });
}
