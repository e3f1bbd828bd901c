import DataLoader from 'dataloader';
import { toKey } from '../key.ts';
import type { SentryApi } from '../sentry/api.ts';
import {
  eventOfProjectPage,
  MAX_EVENTS_PER_REQUEST,
  type SentryEvent,
  toEventId,
} from '../sentry/events.ts';
import type { IssueRef } from '../sentry/issues.ts';
import type { EventDetailJson, EventJson } from '../sentry/shapes/event.ts';
import {
  batchByGroup,
  createSingleLoader,
  type ObserveBatch,
  type Outcome,
  observed,
  toError,
} from './batch.ts';

export interface EventKey extends IssueRef {
  readonly id: string;
  /** A full body is needed. */
  readonly isFull: boolean;
}

export type EventLoader = DataLoader<EventKey, EventJson | null, string>;

/** Events by ID, or null: one request for up to 100 events of an issue. */
export function createEventLoader(sentry: SentryApi, observe: ObserveBatch): EventLoader {
  return new DataLoader<EventKey, EventJson | null, string>(
    observed(
      observe,
      'event',
      batchByGroup({
        groupOf: ({ organization, issue }) => toKey(organization, issue),
        maxSize: MAX_EVENTS_PER_REQUEST,
        load: async (keys) => {
          const { organization, issue } = keys[0];
          const ids = [...new Set(keys.map(({ id }) => id))];
          const isFull = keys.some((key) => key.isFull);
          const found = await sentry.findEvents({ organization, issue, ids, isFull });
          return keys.map(({ id }) => found.get(id) ?? null);
        },
      }),
    ),
    {
      cacheKeyFn: ({ organization, issue, id, isFull }) => toKey(organization, issue, id, isFull),
    },
  );
}

type NamedEventKey = Parameters<SentryApi['findNamedEvent']>[0];
export type NamedEventLoader = DataLoader<NamedEventKey, EventJson | null, string>;

/** Events by `latest`, `oldest` or `recommended`. */
export function createNamedEventLoader(sentry: SentryApi, observe: ObserveBatch): NamedEventLoader {
  return createSingleLoader(observe, 'namedEvent', {
    keyOf: ({ organization, issue, name }) => toKey(organization, issue, name),
    load: (key) => sentry.findNamedEvent(key),
  });
}

type EventDetailKey = Omit<EventKey, 'isFull'>;
export type EventDetailLoader = DataLoader<EventDetailKey, EventDetailJson | null, string>;

/** The details of events, with fields that lists leave out. */
export function createEventDetailLoader(
  sentry: SentryApi,
  observe: ObserveBatch,
): EventDetailLoader {
  return createSingleLoader(observe, 'eventDetail', {
    keyOf: ({ organization, issue, id }) => toKey(organization, issue, id),
    load: (key) => sentry.findEventDetail(key),
  });
}

type ProjectEventKey = Parameters<SentryApi['findProjectEvent']>[0];
export type ProjectEventLoader = DataLoader<ProjectEventKey, SentryEvent | null, string>;

/** Events by project and ID, of any issue, including transactions. */
export function createProjectEventLoader(
  sentry: SentryApi,
  observe: ObserveBatch,
): ProjectEventLoader {
  return createSingleLoader(observe, 'projectEvent', {
    keyOf: ({ organization, project, id }) => toKey(organization, project, toEventId(id)),
    async load(key) {
      const detail = await sentry.findProjectEvent({ ...key, id: toEventId(key.id) });
      return detail && eventOfProjectPage(key.organization, detail);
    },
  });
}

type OrganizationEventKey = Parameters<SentryApi['findOrganizationEvent']>[0];
export type OrganizationEventLoader = DataLoader<OrganizationEventKey, SentryEvent | null, string>;

/**
 * Events by organization and ID, of any issue. Sequential, because Sentry allows one such request a
 * second.
 */
export function createOrganizationEventLoader(
  sentry: SentryApi,
  observe: ObserveBatch,
): OrganizationEventLoader {
  async function findOne(key: OrganizationEventKey): Promise<SentryEvent | null> {
    const found = await sentry.findOrganizationEvent({ ...key, id: toEventId(key.id) });
    return found && { organization: key.organization, ...found };
  }
  return new DataLoader<OrganizationEventKey, SentryEvent | null, string>(
    observed(observe, 'organizationEvent', async (keys) => {
      const outcomes: Outcome<SentryEvent | null>[] = [];
      for (const key of keys) {
        outcomes.push(await findOne(key).catch(toError));
      }
      return outcomes;
    }),
    { cacheKeyFn: ({ organization, id }) => toKey(organization, toEventId(id)) },
  );
}
