import type { Fallback } from './api.ts';
import { endpoints } from './endpoints.ts';
import { SentryError } from './errors.ts';
import type { IssueRef } from './issues.ts';
import { asList, asObject, asString } from './json.ts';
import type { SentryAnswer } from './request.ts';
import { type ListKnowledge, listRows, type RowPage, type RowPageKey } from './row-page.ts';
import type { SentryClient, ServerKnowledge } from './server-kind.ts';
import type { EventJson } from './shapes/event.ts';
import type { HashJson } from './shapes/issue.ts';

/** A row of an issue's hash list: `{id, latestEvent}` and, since 2025, two fields of Seer. */
export interface SentryHash extends IssueRef {
  readonly row: HashJson;
}

/** Maximum hashes of one unmerge: they are in the URL, and 100 stay below the 8 kB limit of proxies. */
export const MAX_UNMERGED_HASHES = 100;

export function hashOf({ row }: SentryHash): string {
  return asString(row.id) ?? '';
}

export function latestEventOf({ row }: SentryHash): EventJson | null {
  return asObject(row.latestEvent);
}

export async function listHashes(
  client: SentryClient,
  { organization, issue, isFallback, ...page }: IssueRef & RowPageKey & Fallback,
): Promise<RowPage<HashJson>> {
  const { shortPages, lengths, rowTimes } = client.serverOf(organization);
  const list = JSON.stringify(['hashes', organization, issue]);
  const known = { shortPages: shortPages[page.isFull ? 'full' : 'light'], lengths, list };
  return listRows(
    {
      ...page,
      // A light page of a hundred rows could take too long.
      hasEdge: page.hasEdge === true && rowTimes.partOf(page.limit) === null,
    },
    {
      ...known,
      partRows: choosePart(client, page, { ...known, rowTimes }),
      keyOf: ({ id }) => asString(id) ?? '',
    },
    async ({ cursor, limit, isFull }) => {
      const answer = await client.send({
        endpoint: endpoints.issueHashes,
        params: { organization, issue },
        query: { per_page: limit, cursor },
        events: isFull ? 'full' : 'light',
        isFallback,
      });
      return { rows: readHashRows(answer, limit), answer };
    },
  );
}

/** The rows of each part, if the page takes long and the operation may send as many requests; null if it is whole. */
function choosePart(
  client: SentryClient,
  { start, limit }: RowPageKey,
  {
    shortPages,
    lengths,
    list,
    rowTimes,
  }: Omit<ListKnowledge, 'partRows'> & Pick<ServerKnowledge, 'rowTimes'>,
): number | null {
  if (start.kind === 'page') {
    return null;
  }
  const length = lengths.lengthOf(list) ?? Number.POSITIVE_INFINITY;
  const rows = Math.min(limit, length - start.offset);
  const part = rowTimes.partOf(rows);
  const isShort = part !== null && (shortPages.size() ?? Number.POSITIVE_INFINITY) <= part;
  return part !== null && !isShort && client.reserve(Math.ceil(rows / part) - 1) ? part : null;
}

export function readHashRows({ body }: SentryAnswer, limit: number): readonly HashJson[] {
  const rows = asList(body);
  if (rows === null) {
    throw new SentryError('badResponse', 'Sentry returned hashes that are not a list.');
  }
  if (rows.length > limit) {
    throw new SentryError(
      'badResponse',
      `Sentry returned ${rows.length} hashes instead of at most ${limit}.`,
    );
  }
  return rows.map((item) => {
    const row = asObject(item);
    if (row === null || asString(row['id']) === null) {
      throw new SentryError('badResponse', 'Sentry returned a hash that has no id.');
    }
    return row;
  });
}

/**
 * Sentry answers 202 and moves the events of the hashes later, all to one new issue whose ID it does not return. It
 * passes over hashes that are already being moved, and does not name them. Older servers use another method.
 * @throws SentryError `conflict` if no hash is left: Sentry answers 409, or 200 without a body.
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
    // Nothing was changed: the server does not support the method.
    server.unmergeVerb = unmergeVerb === 'PUT' ? 'DELETE' : 'PUT';
    await unmergeBy(server.unmergeVerb, client, key);
  }
}

export async function unmergeBy(
  verb: 'PUT' | 'DELETE',
  client: SentryClient,
  { organization, issue, hashes }: IssueRef & { readonly hashes: readonly string[] },
): Promise<void> {
  const { status } = await client.send({
    endpoint: verb === 'PUT' ? endpoints.unmergeHashes : endpoints.unmergeHashesByDelete,
    params: { organization, issue },
    ids: hashes,
  });
  if (status === 200) {
    throw new SentryError(
      'conflict',
      'Sentry is already unmerging these hashes, or they are no longer in the issue. Nothing was changed.',
      { status },
    );
  }
}
