import DataLoader from 'dataloader';
import { toKey } from '../key.ts';
import type { InProject, Outcomes } from '../sentry/api.ts';
import { batchByGroup, type ObserveBatch, observed } from './batch.ts';

export interface EventOfProject extends InProject {
  readonly id: string;
}

export type EventInProjectLoader<V> = DataLoader<EventOfProject, V | null, string>;

/** What servers have only below an event of a project, or null: one request each, those of a project together. */
export function createEventInProjectLoader<V>(
  observe: ObserveBatch,
  name: string,
  find: (key: InProject & { readonly ids: readonly string[] }) => Promise<Outcomes<V | null>>,
): EventInProjectLoader<V> {
  return new DataLoader<EventOfProject, V | null, string>(
    observed(
      observe,
      name,
      batchByGroup({
        groupOf: ({ organization, project }) => toKey(organization, project),
        maxSize: Number.POSITIVE_INFINITY,
        load: async (keys) => {
          const { organization, project } = keys[0];
          const found = await find({ organization, project, ids: keys.map(({ id }) => id) });
          return keys.map(({ id }) => found.get(id) ?? null);
        },
      }),
    ),
    { cacheKeyFn: ({ organization, project, id }) => toKey(organization, project, id) },
  );
}
