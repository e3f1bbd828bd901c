import { eventIdOf, isFullEvent } from '../sentry/events.ts';
import {
  asObject,
  asObjects,
  asString,
  asText,
  type Json,
  type JsonObject,
} from '../sentry/json.ts';
import type { Middleware, SendRequest, SentryAnswer, SentryRequest } from '../sentry/request.ts';
import type { CacheStore } from './cache-store.ts';
import { tallyOf } from './usage.ts';

export interface EventBodiesOptions {
  readonly memory: CacheStore;
  /** What the keys of one caller's view of an organization begin with. */
  readonly scopeOf: (request: SentryRequest) => string;
  readonly ttlMs: number;
  /** Whether events of the request's organization are on their way from one issue to another. */
  readonly isMoving: (request: SentryRequest) => boolean;
}

/**
 * Keeps full bodies of events, which never change, wherever they come by, and asks for those alone
 * that are not known:
 *
 * a page of hashes that was seen before is asked for with light events, which say which events
 * there are, and the unknown ones are fetched in one batch; a batch of events leaves the known ones
 * out; a single event that is known costs nothing, unless its own page is wanted.
 */
export function cacheEventBodies({
  memory,
  scopeOf,
  ttlMs,
  isMoving,
}: EventBodiesOptions): Middleware {
  const bodyKey = (request: SentryRequest, id: string) => `${scopeOf(request)} event ${id}`;

  function find(request: SentryRequest, id: string): JsonObject | undefined {
    return memory.get<JsonObject>(bodyKey(request, id))?.value;
  }

  /** A body that is known and belongs to the issue in the request's path. */
  function findInIssue(request: SentryRequest, id: string): JsonObject | undefined {
    const body = find(request, id);
    return asText(body?.['groupID']) === issueIn(request.path) ? body : undefined;
  }

  function keep(request: SentryRequest, bodies: readonly JsonObject[], bytes: number): void {
    const freshUntilMs = Date.now() + ttlMs;
    for (const body of bodies) {
      const id = eventIdOf(body);
      if (id && isFullEvent(body)) {
        const entry = { value: body, bytes: bytes / bodies.length, freshUntilMs };
        memory.set(bodyKey(request, id), entry, ttlMs);
      }
    }
  }

  async function page(send: SendRequest, request: SentryRequest): Promise<SentryAnswer> {
    const seenKey = `${scopeOf(request)} seen ${request.path}${request.query['cursor'] ?? ''}`;
    if (memory.get(seenKey)) {
      const light = await send({ ...request, query: { ...request.query, full: '0' } });
      return complete(send, request, light);
    }
    const answer = await send(request);
    keep(request, latestEvents(answer), answer.bytes ?? 0);
    memory.set(seenKey, { value: true, bytes: 0, freshUntilMs: 0 }, ttlMs);
    return answer;
  }

  /** Puts full bodies in the place of a page's light ones. */
  async function complete(
    send: SendRequest,
    request: SentryRequest,
    light: SentryAnswer,
  ): Promise<SentryAnswer> {
    const events = latestEvents(light).filter((event) => !isFullEvent(event));
    const bodies = new Map(events.flatMap((event) => knownBody(request, event)));
    tallyOf(request.operation ?? request).eventsFromCache += bodies.size;
    const unknown = events.map(eventIdOf).filter((id) => !bodies.has(id));
    if (unknown.length > 0) {
      const { body } = await list(send, batchOf(request, unknown));
      for (const event of asObjects(body) ?? []) {
        bodies.set(eventIdOf(event), event);
      }
    }
    return { ...light, body: (asObjects(light.body) ?? []).map((row) => withBody(row, bodies)) };
  }

  /** An event that has moved to another issue since says so in its body, and is not known. */
  function knownBody(request: SentryRequest, light: JsonObject): [string, JsonObject][] {
    const id = eventIdOf(light);
    const body = find(request, id);
    return body && asText(body['groupID']) === asText(light['groupID']) ? [[id, body]] : [];
  }

  async function list(send: SendRequest, request: SentryRequest): Promise<SentryAnswer> {
    const ids = idsOf(request);
    const known = ids.map((id) => findInIssue(request, id)).filter((body) => body !== undefined);
    const unknown = ids.filter((id) => findInIssue(request, id) === undefined);
    tallyOf(request.operation ?? request).eventsFromCache += known.length;
    if (unknown.length === 0) {
      return { body: known, links: {} };
    }
    const answer = await send({
      ...request,
      query: { ...request.query, query: toSearch(unknown) },
    });
    const bodies = asObjects(answer.body);
    if (bodies === null) {
      return answer;
    }
    keep(request, bodies, answer.bytes ?? 0);
    return { ...answer, body: [...known, ...bodies] };
  }

  async function single(
    send: SendRequest,
    request: SentryRequest,
    id: string,
  ): Promise<SentryAnswer> {
    const known = findInIssue(request, id);
    if (known) {
      tallyOf(request.operation ?? request).savedByCache += 1;
      return { body: known, links: {} };
    }
    const answer = await send(request);
    const body = asObject(answer.body);
    keep(request, body ? [body] : [], answer.bytes ?? 0);
    return answer;
  }

  return (send) => async (request) => {
    const { method, path, query } = request;
    if (method !== 'GET' || isMoving(request)) {
      return send(request);
    }
    if (HASHES.test(path) && query['full'] === '1') {
      return page(send, request);
    }
    if (EVENTS.test(path) && query['full'] === '1' && idsOf(request).length > 0) {
      return list(send, request);
    }
    const id = idOf(request);
    return id === undefined ? send(request) : single(send, request, id);
  };
}

const HASHES = /^\/organizations\/[^/]+\/issues\/[^/]+\/hashes\/$/;
const EVENTS = /^\/organizations\/[^/]+\/issues\/[^/]+\/events\/$/;
const EVENT = /^\/organizations\/[^/]+\/issues\/[^/]+\/events\/([0-9a-f]{32})\/$/;

/** Before any event, and after any: Sentry searches the last 90 days otherwise. */
const ALL_TIME = { start: '2008-05-08T00:00:00', end: '2100-01-01T00:00:00' };

function batchOf(request: SentryRequest, ids: readonly string[]): SentryRequest {
  return {
    ...request,
    path: request.path.replace(/hashes\/$/, 'events/'),
    query: { full: '1', per_page: 100, query: toSearch(ids), ...ALL_TIME },
  };
}

/** The issue in a path, as the caller named it; a short id matches no body's. */
function issueIn(path: string): string | undefined {
  return /\/issues\/([^/]+)\//.exec(path)?.[1];
}

function toSearch(ids: readonly string[]): string {
  return `id:[${ids.join(',')}]`;
}

/** Without `collapse` an event's own page is wanted, whose release and neighbours no body has. */
function idOf({ path, query }: SentryRequest): string | undefined {
  return query['collapse'] === 'stacktraceOnly' ? EVENT.exec(path)?.[1] : undefined;
}

function idsOf({ query: { query } }: SentryRequest): readonly string[] {
  const [, ids = ''] = typeof query === 'string' ? (/^id:\[([0-9a-f,]+)\]$/.exec(query) ?? []) : [];
  return ids === '' ? [] : ids.split(',');
}

function latestEvents({ body }: SentryAnswer): readonly JsonObject[] {
  return (asObjects(body as Json) ?? [])
    .map((row) => asObject(row['latestEvent']))
    .filter((event) => event !== null);
}

function withBody(row: JsonObject, bodies: ReadonlyMap<string, JsonObject>): JsonObject {
  const id = asString(asObject(row['latestEvent'])?.['eventID']);
  const body = id === null ? undefined : bodies.get(id);
  return body ? { ...row, latestEvent: body } : row;
}
