import type { Part } from './parts.ts';
import type { Exchange } from './recordings.ts';

/** Keys with arbitrary data of SDKs. */
export const FREE = new Set([
  ...['contexts', 'context', 'metadata', 'packages', 'user', 'vars', 'registers', 'lock', 'meta'],
  ...['env', 'cookies', 'data', 'params'],
]);

/** The parts of a body, each with the name of its kind: all parts of a kind have the same shape. */
export function partsOf({ method, path }: Exchange, body: unknown): readonly Part[] {
  const route = path
    .replaceAll(/\/(?:acme|globex|nope)\//g, '/ORG/')
    .replaceAll(/\d+\/|[0-9a-f]{32}/g, '…');
  const rows = Array.isArray(body) ? body : [body];
  const isEvents = /events\/(?:latest\/|….*)?$/.test(route);
  if (typeof body !== 'object' || body === null || 'detail' in body) {
    return [['refusal', body]];
  }
  const kind = /\/issues\/$/.test(route) && method === 'GET' ? 'issue' : `${method} ${route}`;
  return rows.flatMap((row: Readonly<Record<string, unknown>>) => {
    if (isEvents) {
      return eventParts(row);
    }
    const { latestEvent } = row;
    return latestEvent === undefined
      ? [[kind, row] as const]
      : [
          ['hash', { ...row, latestEvent: latestEvent && {} }] as const,
          ...(latestEvent === null
            ? []
            : eventParts(latestEvent as Readonly<Record<string, unknown>>)),
        ];
  });
}

interface Entry {
  readonly type: string;
  readonly data: unknown;
}

const DETAIL_KEYS = ['userReport', 'nextEventID', 'previousEventID'];

function eventParts(event: Readonly<Record<string, unknown>>): readonly Part[] {
  const isSnakeCase = 'event_id' in event;
  const own = Object.entries(event).filter(([key]) => DETAIL_KEYS.includes(key));
  const common = Object.entries(event).filter(([key]) => !DETAIL_KEYS.includes(key));
  const entries = event['entries'] as readonly Entry[];
  return [
    [isSnakeCase ? 'listed event' : 'event', { ...Object.fromEntries(common), entries: [] }],
    ...(own.length === 0 ? [] : [['event detail', Object.fromEntries(own)] as const]),
    ...entries.map(
      (entry) =>
        [
          isSnakeCase && entry.type === 'request'
            ? 'request of a listed event'
            : `${entry.type} entry`,
          entry.data,
        ] as const,
    ),
  ];
}
