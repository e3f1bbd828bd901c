import DataLoader from 'dataloader';
import { toKey } from '../key.ts';
import type { InProject, SentryApi } from '../sentry/api.ts';
import type { JsonObject } from '../sentry/json.ts';
import { batchByGroup, type ObserveBatch, observed } from './batch.ts';

export interface EventOfProject extends InProject {
  readonly id: string;
}

export type EventGroupingLoader = DataLoader<EventOfProject, JsonObject | null, string>;

/** How events were grouped, or null: one request each, those of a project together. */
export function createEventGroupingLoader(
  sentry: SentryApi,
  observe: ObserveBatch,
): EventGroupingLoader {
  return new DataLoader<EventOfProject, JsonObject | null, string>(
    observed(
      observe,
      'eventGrouping',
      batchByGroup({
        groupOf: ({ organization, project }) => toKey(organization, project),
        maxSize: Number.POSITIVE_INFINITY,
        load: async (keys) => {
          const { organization, project } = keys[0];
          const ids = keys.map(({ id }) => id);
          const found = await sentry.findGroupings({ organization, project, ids });
          return keys.map(({ id }) => found.get(id) ?? null);
        },
      }),
    ),
    { cacheKeyFn: ({ organization, project, id }) => toKey(organization, project, id) },
  );
}
