import type { SentryClient } from './client.ts';
import { SentryError } from './errors.ts';
import type { IssueRef } from './issues.ts';
import { asList, asObject, asString, type JsonObject } from './json.ts';
import { path } from './path.ts';

/** A row of an issue's hash list: `{id, latestEvent}` and, of late, two fields of Seer's. */
export interface SentryHash extends IssueRef {
  /** Its row number in the list, from 0. */
  readonly offset: number;
  readonly row: JsonObject;
}

export interface HashPageKey {
  readonly organization: string;
  readonly issue: string;
  /** The row it begins with, from 0. */
  readonly offset: number;
  /** 1 to 100. */
  readonly limit: number;
  /** Whether its events are needed in full. */
  readonly isFull: boolean;
}

export interface HashPage {
  readonly hashes: readonly SentryHash[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

/** Most checksums of one unmerge: they go into the URL, and 100 stay below the 8 kB of proxies. */
export const MAX_UNMERGED_HASHES = 100;

/**
 * `PUT /organizations/{org}/issues/{issue}/hashes/?id=`: unmerge. Sentry answers 202 and moves the
 * hashes' events later, all of them to one new issue whose id it does not tell; 409 where all of
 * them are under way already.
 */
export async function unmergeHashes(
  sentry: SentryClient,
  { organization, issue }: IssueRef,
  hashes: readonly string[],
): Promise<void> {
  await sentry.put(path`/organizations/${organization}/issues/${issue}/hashes/`, { id: hashes });
}

/** Most rows of a page: `per_page` beyond it is refused by Sentry. */
export const MAX_HASHES_PER_PAGE = 100;

export function hashOf({ row }: SentryHash): string {
  return asString(row['id']) ?? '';
}

export function latestEventOf({ row }: SentryHash): JsonObject | null {
  return asObject(row['latestEvent']);
}

/**
 * `GET /organizations/{org}/issues/{issue}/hashes/`
 *
 * The cursor `0:<offset>:0` is composed: Sentry's `GenericOffsetPaginator` reads the offset alone,
 * so any row can begin a page of any size. Whether there is more is what `results` says.
 */
export async function getHashPage(sentry: SentryClient, key: HashPageKey): Promise<HashPage> {
  const { organization, issue, offset, limit, isFull } = key;
  const { body, links } = await sentry.get(
    path`/organizations/${organization}/issues/${issue}/hashes/`,
    {
      full: isFull ? '1' : '0',
      per_page: limit,
      cursor: offset === 0 ? undefined : `0:${offset}:0`,
    },
  );
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
  return {
    hashes: rows.map((item, index) => {
      const row = asObject(item);
      if (row === null || asString(row['id']) === null) {
        throw new SentryError('badResponse', 'Sentry gave a hash that has no id.');
      }
      return { organization, issue, offset: offset + index, row };
    }),
    hasNext: links.next?.results ?? false,
    hasPrevious: links.previous?.results ?? offset > 0,
  };
}
