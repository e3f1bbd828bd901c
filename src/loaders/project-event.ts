import DataLoader from 'dataloader';
import { toKey } from '../key.ts';
import type { SentryApi } from '../sentry/api.ts';
import { eventIdOf, eventOfProjectPage, type SentryEvent } from '../sentry/events.ts';
import { type ObserveBatch, observed, toError } from './batch.ts';
import type { EventLoader } from './event.ts';

export interface EventOfProjectKey {
  readonly organization: string;
  /** Slug or numeric id. */
  readonly project: string;
  readonly id: string;
}

export type ProjectEventLoader = DataLoader<EventOfProjectKey, SentryEvent | null, string>;

/**
 * Events by project and id, whatever issue they belong to, transactions too: one request each. Their
 * bodies prime the event loader.
 */
export function createProjectEventLoader(
  sentry: SentryApi,
  events: EventLoader,
  observe: ObserveBatch,
): ProjectEventLoader {
  async function findOne(key: EventOfProjectKey): Promise<SentryEvent | null> {
    const detail = await sentry.findProjectEvent(key);
    const event = detail && eventOfProjectPage(key.organization, detail);
    if (event) {
      events.prime({ ...event, id: eventIdOf(event.body) }, event.body);
    }
    return event;
  }
  return new DataLoader<EventOfProjectKey, SentryEvent | null, string>(
    observed(observe, 'projectEvent', (keys) =>
      Promise.all(keys.map((key) => findOne(key).catch(toError))),
    ),
    { cacheKeyFn: ({ organization, project, id }) => toKey(organization, project, id) },
  );
}
