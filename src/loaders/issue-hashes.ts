import type { Connection, Placed } from '../pagination/connection.ts';
import type { ConnectionArguments } from '../pagination/page-range.ts';
import { hashOf, latestEventOf, type SentryHash } from '../sentry/hashes.ts';
import type { IssueRef } from '../sentry/issues.ts';
import type { KeyCursors } from '../sentry/row-page.ts';
import type { LoaderParts } from './batch.ts';
import { loadRowConnection } from './row-connection.ts';
import { createRowPageLoader, type RowPageLoader, toSeconds, walkRowPages } from './row-list.ts';

export type PlacedHash = Placed<SentryHash>;
export type HashConnectionPage = Connection<SentryHash>;
export type IssueHashesLoader = RowPageLoader<IssueRef, SentryHash>;

export function createIssueHashesLoader({ sentry, observe }: LoaderParts): IssueHashesLoader {
  return createRowPageLoader(
    {
      name: 'hashPage',
      listKey: ({ organization, issue }) => [organization, issue],
      load: ({ list: { organization, issue }, ...page }) =>
        sentry.listHashes({ organization, issue, ...page }),
      toRow: ({ organization, issue }, row): SentryHash => ({ organization, issue, row }),
      keyOf: hashOf,
      timeOf: (hash) => toSeconds(latestEventOf(hash)?.dateCreated),
    },
    observe,
  );
}

interface Parts {
  readonly issueHashes: IssueHashesLoader;
  /** Null if its server does not order hashes by checksum. */
  hashCursors(organization: string): Promise<KeyCursors | null>;
}

/**
 * @param options.isFull - Full events are needed.
 * @param options.isOneOfMany - The operation may read the hashes of several issues.
 */
export function loadHashConnection(
  loaders: Parts,
  list: IssueRef,
  args: ConnectionArguments,
  { isFull, isOneOfMany }: { readonly isFull: boolean; readonly isOneOfMany: boolean },
): Promise<Connection<SentryHash>> {
  return loadRowConnection(
    {
      what: 'hashes',
      cursors: 'issueHashes',
      pages: loaders.issueHashes,
      list,
      keyOf: hashOf,
      isFull,
      beginsWithPage: isOneOfMany,
      keyCursors: () => loaders.hashCursors(list.organization),
    },
    args,
  );
}

/** Those of the checksums that the list, or the walk through it, contains. */
export async function findHashes(
  loader: IssueHashesLoader,
  issue: IssueRef,
  checksums: readonly string[],
): Promise<ReadonlyMap<string, SentryHash>> {
  const found = new Map<string, SentryHash>();
  for await (const { rows } of walkRowPages(loader, issue)) {
    for (const { row } of rows) {
      if (checksums.includes(hashOf(row))) {
        found.set(hashOf(row), row);
      }
    }
    if (found.size === new Set(checksums).size) {
      break;
    }
  }
  return found;
}

/** One request if the server accepts checksums as cursors. */
export async function findHash(
  loaders: Parts,
  issue: IssueRef,
  checksum: string,
): Promise<SentryHash | undefined> {
  const loader = loaders.issueHashes;
  const cursors = await loaders.hashCursors(issue.organization);
  if (!cursors || !/^[0-9a-f]{32}$/.test(checksum)) {
    return (await findHashes(loader, issue, [checksum])).get(checksum);
  }
  const start = { kind: 'page', cursor: cursors.at(checksum) } as const;
  const { rows } = await loader.load({ list: issue, start, limit: 1, isFull: false });
  return rows.find(({ row }) => hashOf(row) === checksum)?.row;
}
