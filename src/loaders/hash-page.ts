import DataLoader from 'dataloader';
import type { SentryClient } from '../sentry/client.ts';
import {
  getHashPage,
  type HashPage,
  type HashPageKey,
  hashOf,
  latestEventOf,
  MAX_HASHES_PER_PAGE,
} from '../sentry/hashes.ts';
import { asString } from '../sentry/json.ts';
import { batchByGroup, joinKey } from './batch.ts';
import type { EventLoader } from './event.ts';

export type HashPageLoader = DataLoader<HashPageKey, HashPage, string>;

/**
 * Pages of hash lists. Pages that begin with the same row are one request, as long as the longest
 * of them and as full as the fullest. The bodies they carry prime the event loader.
 */
export function createHashPageLoader(sentry: SentryClient, events: EventLoader): HashPageLoader {
  return new DataLoader<HashPageKey, HashPage, string>(
    batchByGroup({
      groupOf: ({ organization, issue, offset }) => joinKey(organization, issue, offset),
      maxSize: Number.POSITIVE_INFINITY,
      load: async (keys) => {
        const limit = Math.max(...keys.map((key) => key.limit));
        const isFull = keys.some((key) => key.isFull);
        const page = await getHashPage(sentry, { ...keys[0], limit, isFull });
        primeEvents(events, page);
        return keys.map((key) => cutPage(page, key.limit));
      },
    }),
    {
      cacheKeyFn: ({ organization, issue, offset, limit, isFull }) =>
        joinKey(organization, issue, offset, limit, isFull),
    },
  );
}

/** The first `limit` rows; there is more behind them if any row was cut off. */
function cutPage(page: HashPage, limit: number): HashPage {
  return page.hashes.length <= limit
    ? page
    : { ...page, hashes: page.hashes.slice(0, limit), hasNext: true };
}

function primeEvents(events: EventLoader, page: HashPage): void {
  for (const hash of page.hashes) {
    const body = latestEventOf(hash);
    const id = asString(body?.['eventID']);
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
  { organization, issue }: Pick<HashPageKey, 'organization' | 'issue'>,
): AsyncGenerator<HashPage, void, undefined> {
  for (let offset = 0; offset < MAX_WALKED_HASHES; offset += MAX_HASHES_PER_PAGE) {
    const page = await loader.load({
      organization,
      issue,
      offset,
      limit: MAX_HASHES_PER_PAGE,
      isFull: false,
    });
    yield page;
    if (!page.hasNext) {
      return;
    }
  }
}

/** The row of one checksum in an issue's list, or undefined if no walked page has it. */
export async function findHash(
  loader: HashPageLoader,
  issue: Pick<HashPageKey, 'organization' | 'issue'>,
  checksum: string,
) {
  for await (const page of walkHashPages(loader, issue)) {
    const found = page.hashes.find((hash) => hashOf(hash) === checksum);
    if (found) {
      return found;
    }
  }
  return undefined;
}
