import type DataLoader from 'dataloader';
import type { SentryApi } from '../sentry/api.ts';
import { createSingleLoader, type ObserveBatch } from './batch.ts';

/** By the organization whose server is asked. */
export type TokenScopesLoader = DataLoader<string, readonly string[] | null, string>;

export function createTokenScopesLoader(
  sentry: SentryApi,
  observe: ObserveBatch,
): TokenScopesLoader {
  return createSingleLoader(observe, 'tokenScopes', {
    keyOf: (organization) => organization,
    load: (organization) => sentry.getTokenScopes({ organization }),
  });
}
