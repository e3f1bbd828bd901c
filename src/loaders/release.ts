import type DataLoader from 'dataloader';
import { toKey } from '../key.ts';
import type { SentryApi } from '../sentry/api.ts';
import type { ReleaseJson } from '../sentry/shapes/organization.ts';
import { createSingleLoader, type ObserveBatch } from './batch.ts';

type ReleaseKey = Parameters<SentryApi['findRelease']>[0];
export type ReleaseLoader = DataLoader<ReleaseKey, ReleaseJson | null, string>;

/** Releases by version, for servers whose events have only that. */
export function createReleaseLoader(sentry: SentryApi, observe: ObserveBatch): ReleaseLoader {
  return createSingleLoader(observe, 'release', {
    keyOf: ({ organization, version }) => toKey(organization, version),
    load: (key) => sentry.findRelease(key),
  });
}
