import DataLoader from 'dataloader';
import { toKey } from '../key.ts';
import type { SentryApi } from '../sentry/api.ts';
import { eventIdOf, isFullEvent, MAX_EVENTS_PER_REQUEST } from '../sentry/events.ts';
import type { IssueRef } from '../sentry/issues.ts';
import type { EventDetailJson, EventJson } from '../sentry/shapes/event.ts';
import { batchByGroup, type ObserveBatch, observed, toError } from './batch.ts';

export interface EventKey extends IssueRef {
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

/** Up to 100 events of an issue are asked for at once. */
export function createEventLoader(sentry: SentryApi, observe: ObserveBatch): EventLoader {
  const loader = new DataLoader<EventKey, EventJson | null, string>(
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
    { cacheKeyFn: eventKey },
  );

  /** Few operations load an event of a page they have read: they alone pay for finding it. */
  const carried: (readonly [EventDetailKey, EventJson])[] = [];

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

type NamedEventKey = Parameters<SentryApi['findNamedEvent']>[0];
export type NamedEventLoader = DataLoader<NamedEventKey, EventJson | null, string>;

/**
 * Events by `latest`, `oldest` or `recommended` instead of an id: one request each, asked once.
 * Their bodies prime the event loader.
 */
export function createNamedEventLoader(
  sentry: SentryApi,
  events: EventLoader,
  observe: ObserveBatch,
): NamedEventLoader {
  const findOne = async (key: NamedEventKey): Promise<EventJson | null> => {
    const body = await sentry.findNamedEvent(key);
    if (body) {
      events.prime({ ...key, id: eventIdOf(body) }, body);
    }
    return body;
  };
  return new DataLoader<NamedEventKey, EventJson | null, string>(
    observed(observe, 'namedEvent', (keys) =>
      Promise.all(keys.map((key) => findOne(key).catch(toError))),
    ),
    { cacheKeyFn: ({ organization, issue, name }) => toKey(organization, issue, name) },
  );
}

type EventDetailKey = Omit<EventKey, 'isFull'>;
export type EventDetailLoader = DataLoader<EventDetailKey, EventDetailJson | null, string>;

/** Events' own pages, with what no list tells of them: one request each, asked once. */
export function createEventDetailLoader(
  sentry: SentryApi,
  events: EventLoader,
  observe: ObserveBatch,
): EventDetailLoader {
  const findOne = async (key: EventDetailKey): Promise<EventDetailJson | null> => {
    const body = await sentry.findEventDetail(key);
    if (body) {
      events.prime(key, body);
    }
    return body;
  };
  return new DataLoader<EventDetailKey, EventDetailJson | null, string>(
    observed(observe, 'eventDetail', (keys) =>
      Promise.all(keys.map((key) => findOne(key).catch(toError))),
    ),
    { cacheKeyFn: ({ organization, issue, id }) => toKey(organization, issue, id) },
  );
}
