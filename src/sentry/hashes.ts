import type { Fallback } from './api.ts';
import { endpoints } from './endpoints.ts';
import { SentryError } from './errors.ts';
import type { IssueRef } from './issues.ts';
import { asList, asObject, asString } from './json.ts';
import type { SentryAnswer } from './request.ts';
import { listRows, type RowPage, type RowPageKey } from './row-page.ts';
import type { SentryClient } from './server-kind.ts';
import type { EventJson } from './shapes/event.ts';
import type { HashJson } from './shapes/issue.ts';

/** A row of an issue's hash list: `{id, latestEvent}` and, of late, two fields of Seer's. */
export interface SentryHash extends IssueRef {
  readonly row: HashJson;
}

/** Most checksums of one unmerge: they go into the URL, and 100 stay below the 8 kB of proxies. */
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
  const events = page.isFull ? 'full' : 'light';
  const { shortPages } = client.serverOf(organization);
  return listRows(page, shortPages[events], async ({ cursor, limit }) => {
    const answer = await client.send({
      endpoint: endpoints.issueHashes,
      params: { organization, issue },
      query: { per_page: limit, cursor },
      events,
      isFallback,
    });
    return { rows: readHashRows(answer, limit), answer };
  });
}

export function readHashRows({ body }: SentryAnswer, limit: number): readonly HashJson[] {
  const rows = asList(body);
  if (rows === null) {
    throw new SentryError('badResponse', 'Sentry returned hashes that are not a list.');
  }
  if (rows.length > limit) {
    throw new SentryError(
      'badResponse',
      `Sentry returned ${rows.length} hashes where ${limit} were asked for.`,
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
