import DataLoader from 'dataloader';
import { toKey } from '../key.ts';
import type { EventsInProject, InProject, Outcomes, SentryApi } from '../sentry/api.ts';
import {
  eventOfProjectPage,
  isNamedEvent,
  MAX_EVENTS_PER_REQUEST,
  refusalOfEventId,
  requireEventId,
  type SentryEvent,
  toEventId,
} from '../sentry/events.ts';
import type { IssueRef } from '../sentry/issues.ts';
import type { EventJson } from '../sentry/shapes/event.ts';
import {
  createGroupLoader,
  createSingleLoader,
  type LoaderParts,
  type ObserveBatch,
  type Outcome,
  toError,
} from './batch.ts';

interface EventKey extends IssueRef {
  readonly id: string;
  /** A full body is needed. */
  readonly isFull: boolean;
}

export type EventLoader = DataLoader<EventKey, EventJson | null, string>;

/** Events by ID, or null: one request for up to 100 events of an issue. */
export function createEventLoader({ sentry, observe }: LoaderParts): EventLoader {
  return createGroupLoader<EventKey, EventJson | null>(observe, 'event', {
    keyOf: ({ organization, issue, id, isFull }) =>
      toKey(organization, issue, toEventId(id), isFull),
    groupOf: ({ organization, issue }) => toKey(organization, issue),
    maxSize: MAX_EVENTS_PER_REQUEST,
    load: async (keys) => {
      const { organization, issue } = keys[0];
      const refusals = new Map(
        keys.map(({ id }) => [id, isNamedEvent(id) ? null : refusalOfEventId(id)]),
      );
      const possible = keys.filter(({ id }) => !refusals.get(id));
      const ids = [...new Set(possible.map(({ id }) => toEventId(id)))];
      const isFull = possible.some((key) => key.isFull);
      const found =
        ids.length > 0 ? await sentry.findEvents({ organization, issue, ids, isFull }) : null;
      return keys.map(({ id }) => refusals.get(id) ?? found?.get(toEventId(id)) ?? null);
    },
  });
}

/** Events by `latest`, `oldest` or `recommended`. */
export function createNamedEventLoader({ sentry, observe }: LoaderParts) {
  return createSingleLoader(observe, 'namedEvent', {
    keyOf: ({ organization, issue, name }) => toKey(organization, issue, name),
    load: (key: Parameters<SentryApi['findNamedEvent']>[0]) => sentry.findNamedEvent(key),
  });
}

/** The details of events, with fields that lists leave out. */
export function createEventDetailLoader({ sentry, observe }: LoaderParts) {
  return createSingleLoader(observe, 'eventDetail', {
    keyOf: ({ organization, issue, id }) => toKey(organization, issue, id),
    load: (key: Omit<EventKey, 'isFull'>) => sentry.findEventDetail(key),
  });
}

interface EventOfProject extends InProject {
  readonly id: string;
}

/** Events by project and ID, of any issue, including transactions. */
export function createProjectEventLoader({ sentry, observe }: LoaderParts) {
  return createSingleLoader(observe, 'projectEvent', {
    keyOf: ({ organization, project, id }) => toKey(organization, project, toEventId(id)),
    async load(key: EventOfProject): Promise<SentryEvent | null> {
      const id = requireEventId(key.id);
      const detail = await sentry.findProjectEvent({ ...key, id });
      return detail && eventOfProjectPage(key.organization, detail);
    },
  });
}

type OrganizationEventKey = Parameters<SentryApi['findOrganizationEvent']>[0];

/**
 * Events by organization and ID, of any issue. Sequential, because Sentry allows one such request a
 * second.
 */
export function createOrganizationEventLoader({ sentry, observe }: LoaderParts) {
  async function findOne(key: OrganizationEventKey): Promise<SentryEvent | null> {
    const id = requireEventId(key.id);
    const found = await sentry.findOrganizationEvent({ ...key, id });
    return found && { organization: key.organization, ...found };
  }
  async function findInTurn(keys: readonly OrganizationEventKey[]) {
    const outcomes: Outcome<SentryEvent | null>[] = [];
    for (const key of keys) {
      outcomes.push(await findOne(key).catch(toError));
    }
    return outcomes;
  }
  return new DataLoader<OrganizationEventKey, SentryEvent | null, string>(
    (keys) => observe('organizationEvent', keys.length, () => findInTurn(keys)),
    { cacheKeyFn: ({ organization, id }) => toKey(organization, toEventId(id)) },
  );
}

export type EventInProjectLoader<V> = DataLoader<EventOfProject, V | null, string>;

/** What servers have only below an event of a project, or null: one request each, those of a project together. */
export function createEventInProjectLoader<V>(
  observe: ObserveBatch,
  name: string,
  find: (key: EventsInProject) => Promise<Outcomes<V | null>>,
): EventInProjectLoader<V> {
  return createGroupLoader<EventOfProject, V | null>(observe, name, {
    keyOf: ({ organization, project, id }) => toKey(organization, project, id),
    groupOf: ({ organization, project }) => toKey(organization, project),
    load: async (keys) => {
      const { organization, project } = keys[0];
      const found = await find({ organization, project, ids: keys.map(({ id }) => id) });
      return keys.map(({ id }) => found.get(id) ?? null);
    },
  });
}
