import DataLoader from 'dataloader';
import { type KeyPart, toKey } from '../key.ts';
import type { SentryPage } from '../sentry/pages.ts';
import { type ObserveBatch, observed, toError } from './batch.ts';

/** Pages of lists that are walked by cursor; a page that is asked for again costs nothing. */
export type PageLoader<List> = DataLoader<PageOf<List>, SentryPage, string>;

export interface PageOf<List> {
  /** Which list, by all that tells it from others. */
  readonly of: List;
  /** A cursor that Sentry once gave; null for the first page. */
  readonly cursor: string | null;
  /** 1 to 100. */
  readonly limit: number;
}

/** @param keyOf - All that tells a list from others, and nothing else that its object may hold. */
export function createPageLoader<List>(
  name: string,
  keyOf: (list: List) => KeyPart,
  observe: ObserveBatch,
  load: (key: PageOf<List>) => Promise<SentryPage>,
): PageLoader<List> {
  return new DataLoader<PageOf<List>, SentryPage, string>(
    observed(observe, name, (keys) => Promise.all(keys.map((key) => load(key).catch(toError)))),
    { cacheKeyFn: ({ of, cursor, limit }) => toKey(keyOf(of), cursor, limit) },
  );
}
