import DataLoader from 'dataloader';
import { toKey } from '../key.ts';
import type { SentryClient, SentryClients } from '../sentry/client.ts';
import { SentryError } from '../sentry/errors.ts';
import {
  eventIdOf,
  findEvent,
  findEventDetail,
  isFullEvent,
  listEventsById,
  MAX_EVENTS_PER_REQUEST,
} from '../sentry/events.ts';
import { eitherWay, findNamedEvent } from '../sentry/glitchtip.ts';
import { asString } from '../sentry/json.ts';
import type { EventDetailJson, EventJson } from '../sentry/shapes/event.ts';
import { batchByGroup, type ObserveBatch, type Outcome, observed, toError } from './batch.ts';
import { findEventsSingly } from './single-events.ts';

export interface EventKey {
  readonly organization: string;
  /** Numeric or short id of the issue the event was reached through. */
  readonly issue: string;
  readonly id: string;
  /** Whether the body has to be a full one. */
  readonly isFull: boolean;
}

/** Every event body of an operation passes through here. */
export interface EventLoader {
  /** The body of an event, or null if it is gone. */
  load(key: EventKey): Promise<EventJson | null>;
  /** Remembers a body that a page carried. */
  prime(key: Omit<EventKey, 'isFull'>, body: EventJson): void;
  forget(): void;
}

/**
 * One request for up to 100 events of an issue, and one more for each that the list left out:
 * Sentry's search may lag behind its store, so a missing row is no proof that the event is gone. A
 * GlitchTip, which has no such list, takes one request for the issue and one for each event.
 */
export function createEventLoader(
  { sentry, fallback }: SentryClients,
  observe: ObserveBatch,
): EventLoader {
  const findOne = (key: EventKey): Promise<Outcome<EventJson | null>> =>
    findEvent(fallback, key).catch(toError);

  const loader = new DataLoader<EventKey, EventJson | null, string>(
    observed(
      observe,
      'event',
      batchByGroup({
        groupOf: ({ organization, issue }) => toKey(organization, issue),
        maxSize: MAX_EVENTS_PER_REQUEST,
        load: (keys) =>
          eitherWay(sentry, keys[0].organization, {
            asSentry: () => loadBatch(keys),
            asGlitchTip: () => findEventsSingly(sentry, keys),
          }),
      }),
    ),
    { cacheKeyFn: eventKey },
  );

  async function loadBatch(
    keys: readonly [EventKey, ...EventKey[]],
  ): Promise<readonly Outcome<EventJson | null>[]> {
    const { organization, issue } = keys[0];
    const ids = [...new Set(keys.map(({ id }) => id))];
    const isFull = keys.some((key) => key.isFull);
    const events = await listEventsById(sentry, { organization, issue, ids, isFull }).catch(
      noneIfRefused,
    );
    const listed = new Map(
      events
        .filter((event) => !isFull || isFullEvent(event))
        .map((event) => [asString(event.eventID), event]),
    );
    return Promise.all(keys.map((key) => listed.get(key.id) ?? findOne(key)));
  }

  /** Few operations load an event of a page they have read: they alone pay for finding it. */
  const carried: (readonly [NamedEventKey, EventJson])[] = [];

  function primeCarried(): void {
    for (const [key, body] of carried.splice(0)) {
      loader.prime({ ...key, isFull: false }, body);
      if (isFullEvent(body)) {
        loader.prime({ ...key, isFull: true }, body);
      }
    }
  }

  return {
    load(key) {
      primeCarried();
      return loader.load(key);
    },
    prime(key, body) {
      carried.push([key, body]);
    },
    forget() {
      carried.length = 0;
      loader.clearAll();
    },
  };
}

function eventKey({ organization, issue, id, isFull }: EventKey): string {
  return toKey(organization, issue, id, isFull);
}

/** A server that cannot search by a list of ids refuses it; it may still find single events. */
function noneIfRefused(error: unknown): readonly EventJson[] {
  if (error instanceof SentryError && error.kind === 'refused' && error.status !== 422) {
    return [];
  }
  throw error;
}

type NamedEventKey = Omit<EventKey, 'isFull'>;
export type NamedEventLoader = DataLoader<NamedEventKey, EventJson | null, string>;
export type EventDetailLoader = DataLoader<NamedEventKey, EventDetailJson | null, string>;

/**
 * Events by `latest`, `oldest` or `recommended` instead of an id: one request each, asked once.
 * Their bodies prime the event loader.
 */
export function createNamedEventLoader(
  sentry: SentryClient,
  events: EventLoader,
  observe: ObserveBatch,
): NamedEventLoader {
  const findOne = async (key: NamedEventKey): Promise<EventJson | null> => {
    const body = await eitherWay(sentry, key.organization, {
      asSentry: () => findEvent(sentry, key),
      asGlitchTip: () => findNamedEvent(sentry, { ...key, name: key.id }),
    });
    if (body) {
      events.prime({ ...key, id: eventIdOf(body) }, body);
    }
    return body;
  };
  return new DataLoader<NamedEventKey, EventJson | null, string>(
    observed(observe, 'namedEvent', (keys) =>
      Promise.all(keys.map((key) => findOne(key).catch(toError))),
    ),
    { cacheKeyFn: ({ organization, issue, id }) => toKey(organization, issue, id) },
  );
}

/**
 * Events' own pages, with what no list tells of them: one request each, asked once; at a GlitchTip one
 * more for each issue.
 */
export function createEventDetailLoader(
  sentry: SentryClient,
  events: EventLoader,
  observe: ObserveBatch,
): EventDetailLoader {
  const byProject = new DataLoader<NamedEventKey, EventDetailJson | null>(
    batchByGroup({
      groupOf: ({ organization, issue }) => toKey(organization, issue),
      maxSize: MAX_EVENTS_PER_REQUEST,
      load: (keys) => findEventsSingly(sentry, keys),
    }),
    { cache: false },
  );
  const findOne = async (key: NamedEventKey): Promise<EventDetailJson | null> => {
    const body = await eitherWay(sentry, key.organization, {
      asSentry: () => findEventDetail(sentry, key),
      asGlitchTip: () => byProject.load(key),
    });
    if (body) {
      events.prime(key, body);
    }
    return body;
  };
  return new DataLoader<NamedEventKey, EventDetailJson | null, string>(
    observed(observe, 'eventDetail', (keys) =>
      Promise.all(keys.map((key) => findOne(key).catch(toError))),
    ),
    { cacheKeyFn: ({ organization, issue, id }) => toKey(organization, issue, id) },
  );
}
