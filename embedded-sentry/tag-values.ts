import { type Answer, notFound, ok } from './answer.ts';
import type { SentryDialect } from './dialect.ts';
import { tagsOf } from './event-body.ts';
import { toMicroseconds } from './event-parts.ts';
import { readPerPage } from './paging.ts';
import type { Target } from './routes.ts';
import { paginateByScore } from './score-paging.ts';

interface TagValue {
  /** Its place by first appearance. */
  readonly id: string;
  readonly value: string;
  readonly query: unknown;
  count: number;
  firstMs: number;
  lastMs: number;
}

/**
 * `/organizations/{org}/issues/{id}/tags/{key}/values/`, as in Sentry's source (`GroupTagKeyValuesEndpoint`): sorted by
 * `count`, else by the time when a value was last (`date`) or first seen.
 */
export function listTagValues({ issue, names, request }: Target): Answer {
  const key = (names.name ?? '').replace(/^sentry:/, '');
  const values = valuesOf(issue.events, key);
  if (values.length === 0) {
    throw notFound();
  }
  const sort = request.query.get('sort');
  const { items, link } = paginateByScore(
    values,
    ({ count, firstMs, lastMs }) => (sort === 'count' ? count : sort === 'date' ? lastMs : firstMs),
    request,
    readPerPage(request.query.get('per_page')),
  );
  return ok(
    items.map((item) => bodyOf(key, item, request.dialect)),
    { link },
  );
}

function valuesOf(events: Target['issue']['events'], key: string): readonly TagValue[] {
  const found = new Map<string, TagValue>();
  for (const event of events) {
    const tag = tagsOf(event).find((each) => each['key'] === key);
    if (tag) {
      const { timeMs } = event;
      const value = String(tag['value']);
      const known = found.get(value) ?? {
        id: String(found.size),
        value,
        query: tag['query'],
        count: 0,
        firstMs: timeMs,
        lastMs: timeMs,
      };
      found.set(value, known);
      known.count += 1;
      known.firstMs = Math.min(known.firstMs, timeMs);
      known.lastMs = Math.max(known.lastMs, timeMs);
    }
  }
  return [...found.values()];
}

/** A user has neither `key` nor the value as its name. */
function bodyOf(
  key: string,
  { value, query, count, firstMs, lastMs }: TagValue,
  { bodies }: SentryDialect,
) {
  const seen = { count, firstSeen: toMicroseconds(firstMs), lastSeen: toMicroseconds(lastMs) };
  if (key !== 'user') {
    return { key, name: value, value, ...seen };
  }
  const id = value.replace(/^id:/, '');
  const user = { id, username: null, email: null, name: null, ipAddress: null, avatarUrl: null };
  return bodies.userValue({ ...user, query, value, ...seen });
}
