import { MAX_PER_PAGE } from '../sentry/answers.ts';
import { endpoints } from '../sentry/endpoints.ts';
import { eventIdOf, isFullEvent } from '../sentry/events.ts';
import { asObject, asObjects, asText, type JsonObject } from '../sentry/json.ts';
import type { Middleware, SendRequest, SentryAnswer, SentryRequest } from '../sentry/request.ts';
import type { CacheEntry, CacheStore } from './cache-store.ts';
import type { SharedEventBodies } from './shared-event-bodies.ts';

interface EventBodiesOptions {
  readonly store: CacheStore;
  /** Null if nothing is shared. */
  readonly shared: SharedEventBodies | null;
  /** Cache keys for the request's organization and token, as long as no event is moved. */
  readonly bodyKey: (request: SentryRequest) => BodyKey;
  readonly ttlMs: number;
  /** Events of the request's organization may be moving from one issue to another. */
  readonly isMoving: (request: SentryRequest) => boolean;
}

type BodyKey = (...rest: readonly string[]) => string;

/**
 * Caches full event bodies, which never change, from all responses, and requests only unknown ones:
 *
 * a page of hashes that was read before is requested with light events, which identify the events, and the
 * unknown ones are fetched in one batch; a batch of events omits the known ones; a known single event costs
 * no request, unless its own page is needed.
 */
export function cacheEventBodies({
  store,
  shared,
  bodyKey,
  ttlMs,
  isMoving,
}: EventBodiesOptions): Middleware {
  function find(key: BodyKey, id: string): CacheEntry<JsonObject> | undefined {
    return store.get<JsonObject>(key('body', id));
  }

  /** A cached body of the issue in the request; a short ID never matches. */
  function findInIssue(
    key: BodyKey,
    { params }: SentryRequest,
    id: string,
  ): CacheEntry<JsonObject> | undefined {
    const entry = find(key, id);
    return asText(entry?.value['groupID']) === params['issue'] ? entry : undefined;
  }

  async function load(key: BodyKey, ids: readonly string[]): Promise<void> {
    await shared?.load(ids.map((id) => key('body', id)));
  }

  function keep(
    key: BodyKey,
    bodies: readonly JsonObject[],
    { bytes, freshUntilMs: sharedUntilMs }: SentryAnswer,
  ): void {
    const freshUntilMs = Date.now() + ttlMs;
    const kept = new Map<string, CacheEntry<JsonObject>>();
    for (const body of bodies) {
      const id = eventIdOf(body);
      if (id && isFullEvent(body)) {
        const entry = { value: body, bytes: bytes / bodies.length, freshUntilMs };
        store.set(key('body', id), entry, ttlMs);
        kept.set(key('body', id), entry);
      }
    }
    // The replica that read the answer keeps its bodies.
    if (sharedUntilMs === undefined) {
      void shared?.keep(kept);
    }
  }

  async function page(
    send: SendRequest,
    request: SentryRequest,
    key: BodyKey,
  ): Promise<SentryAnswer> {
    const { endpoint, params, query } = request;
    if (endpoint.isAlwaysFull) {
      const whole = await send(request);
      keep(key, latestEvents(whole), whole);
      return whole;
    }
    const cursor = query['cursor'] ?? '';
    const seenKey = key('page', params['issue'] ?? '', String(cursor));
    if (store.get(seenKey)) {
      return complete(send, request, key, await send({ ...request, events: 'light' }));
    }
    const answer = await send(request);
    keep(key, latestEvents(answer), answer);
    store.set(seenKey, { value: true, bytes: 0, freshUntilMs: 0 }, ttlMs);
    return answer;
  }

  /** Replaces a page's light events by full ones. */
  async function complete(
    send: SendRequest,
    request: SentryRequest,
    key: BodyKey,
    light: SentryAnswer,
  ): Promise<SentryAnswer> {
    const events = latestEvents(light).filter((event) => !isFullEvent(event));
    await load(key, events.map(eventIdOf));
    const bodies = new Map<string, JsonObject>();
    let { bytes } = light;
    for (const event of events) {
      const cached = find(key, eventIdOf(event));
      // The light body of an event that was moved has the new issue.
      if (cached && asText(cached.value['groupID']) === asText(event['groupID'])) {
        bodies.set(eventIdOf(event), cached.value);
        bytes += cached.bytes;
      }
    }
    request.operation.usage.eventsFromCache += bodies.size;
    const unknown = events.map(eventIdOf).filter((id) => !bodies.has(id));
    if (unknown.length > 0) {
      const missing = {
        endpoint: endpoints.issueEventsById,
        query: { per_page: MAX_PER_PAGE },
        ids: unknown,
      };
      const batch = await list(send, { ...request, ...missing }, key);
      bytes += batch.bytes;
      for (const event of asObjects(batch.body) ?? []) {
        bodies.set(eventIdOf(event), event);
      }
    }
    const rows = (asObjects(light.body) ?? []).map((row) => withBody(row, bodies));
    return { ...light, body: rows, bytes };
  }

  async function list(
    send: SendRequest,
    request: SentryRequest,
    key: BodyKey,
  ): Promise<SentryAnswer> {
    const { ids = [] } = request;
    await load(key, ids);
    const known: JsonObject[] = [];
    const unknown: string[] = [];
    let bytes = 0;
    for (const id of ids) {
      const entry = findInIssue(key, request, id);
      if (entry) {
        known.push(entry.value);
        bytes += entry.bytes;
      } else {
        unknown.push(id);
      }
    }
    request.operation.usage.eventsFromCache += known.length;
    if (unknown.length === 0) {
      return { body: known, bytes, links: {} };
    }
    const answer = await send({ ...request, ids: unknown });
    const bodies = asObjects(answer.body);
    if (bodies === null) {
      return answer;
    }
    keep(key, bodies, answer);
    return { ...answer, body: [...known, ...bodies], bytes: bytes + answer.bytes };
  }

  async function single(
    send: SendRequest,
    request: SentryRequest,
    key: BodyKey,
  ): Promise<SentryAnswer> {
    const id = request.params['event'] ?? '';
    await load(key, [id]);
    const known = findInIssue(key, request, id);
    if (known) {
      request.operation.usage.savedByCache += 1;
      return { body: known.value, bytes: known.bytes, links: {} };
    }
    const answer = await send(request);
    const body = asObject(answer.body);
    keep(key, body ? [body] : [], answer);
    return answer;
  }

  return (send) => async (request) => {
    if (request.events !== 'full' || isMoving(request)) {
      return send(request);
    }
    // Of the time before the request: if events are moved in the meantime, nobody looks at these keys again.
    const key = bodyKey(request);
    switch (request.endpoint.events) {
      case 'latestEventOfRows':
        return page(send, request, key);
      case 'rows':
        return request.ids ? list(send, request, key) : send(request);
      case 'body':
        return single(send, request, key);
      default:
        return send(request);
    }
  };
}

function latestEvents({ body }: SentryAnswer): readonly JsonObject[] {
  return (asObjects(body) ?? [])
    .map((row) => asObject(row['latestEvent']))
    .filter((event) => event !== null);
}

function withBody(row: JsonObject, bodies: ReadonlyMap<string, JsonObject>): JsonObject {
  const event = asObject(row['latestEvent']);
  const body = event === null ? undefined : bodies.get(eventIdOf(event));
  return body ? { ...row, latestEvent: body } : row;
}
