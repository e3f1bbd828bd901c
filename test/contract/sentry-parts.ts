import type { Part } from './parts.ts';
import type { Exchange } from './recordings.ts';

/** Keys with arbitrary data of SDKs, and objects that the demo server returns incompletely. */
export const FREE = new Set([
  ...['contexts', 'context', 'metadata', 'packages', 'user', 'vars', 'registers', 'lock', 'meta'],
  ...['env', 'cookies', 'data', 'params', '_meta', 'evidenceData', 'occurrence', 'sdk'],
  ...['firstRelease', 'lastRelease', 'release', 'activity', 'seenBy', 'participants', 'sdkUpdates'],
  'author',
]);

interface Entry {
  readonly type: string;
  readonly data: unknown;
}

type Row = Readonly<Record<string, unknown>>;

export function partsOf({ path, method }: Exchange, body: unknown): readonly Part[] {
  const rows = (Array.isArray(body) ? body : [body]) as readonly Row[];
  if (typeof body !== 'object' || body === null || 'detail' in body) {
    return [['refusal', body]];
  }
  if (path.endsWith('/grouping-info/')) {
    return groupingParts(body as Row);
  }
  return rows.flatMap((row): readonly Part[] => {
    if ('latestEvent' in row) {
      const { latestEvent } = row;
      const hash: Part = ['hash', { ...row, latestEvent: latestEvent && {} }];
      return latestEvent === null ? [hash] : [hash, ...eventParts(latestEvent as Row)];
    }
    if ('event' in row && 'eventId' in row) {
      return [['found event', { ...row, event: {} }], ...eventParts(row['event'] as Row)];
    }
    if ('event.type' in row) {
      return [['simple event', row]];
    }
    if ('entries' in row) {
      return eventParts(row);
    }
    return 'shortId' in row ? issueParts(row, method) : [[kindOf(method, path), row]];
  });
}

/** Variants and their components are parts of their own. */
function groupingParts(body: Row): readonly Part[] {
  return Object.values(body).flatMap((value) => {
    const { component, ...variant } = value as Row;
    const kind = `${variant['type'] ?? 'fallback'} variant`;
    return component === undefined
      ? [[kind, variant] as const]
      : [[kind, { ...variant, component: {} }] as const, ...componentParts(component as Row)];
  });
}

function componentParts(component: Row): readonly Part[] {
  const values = component['values'] as readonly unknown[];
  const inner = values.filter((value) => typeof value === 'object') as readonly Row[];
  return [['grouping component', { ...component, values: [] }], ...inner.flatMap(componentParts)];
}

const LISTED_KEYS = ['stats', 'lifetime', 'filtered', 'matchingEventId'];
const PAGE_KEYS = [
  ...['activity', 'firstRelease', 'lastRelease', 'participants', 'seenBy', 'stats', 'tags'],
  ...['pluginActions', 'pluginContexts', 'pluginIssues', 'userReportCount'],
];

function issueParts(row: Row, method: string): readonly Part[] {
  const isPage = 'participants' in row;
  const own = isPage ? PAGE_KEYS : LISTED_KEYS;
  const kind = isPage ? 'issue page' : method === 'PUT' ? 'changed issue' : 'listed issue';
  return [
    ['issue', pick(row, (key) => !own.includes(key))],
    [kind, pick(row, (key) => own.includes(key))],
  ];
}

function pick(row: Row, isWanted: (key: string) => boolean): Row {
  return Object.fromEntries(Object.entries(row).filter(([key]) => isWanted(key)));
}

function kindOf(method: string, path: string): string {
  if (/\/organizations\/\w+\/$/.test(path)) {
    return 'organization';
  }
  if (/\/projects\/\w+\/\w+\/$/.test(path)) {
    return 'project';
  }
  if (path.endsWith('/projects/')) {
    return 'listed project';
  }
  if (path.endsWith('/tags/user/values/')) {
    return 'user of a tag';
  }
  const [collection = '', ...below] = path.split('/').slice(5).filter(Boolean);
  return `${method} ${below.length > 1 ? below.at(-1) : collection}`;
}

const DETAIL_KEYS = [
  'release',
  'userReport',
  'sdkUpdates',
  'resolvedWith',
  'nextEventID',
  'previousEventID',
];

function eventParts(event: Row): readonly Part[] {
  const page = pick(event, (key) => DETAIL_KEYS.includes(key));
  const common = pick(event, (key) => !DETAIL_KEYS.includes(key));
  return [
    ['event', { ...common, entries: [] }],
    ...(Object.keys(page).length === 0 ? [] : [['event page', page] as const]),
    ...(event['entries'] as readonly Entry[]).flatMap(({ type, data }) => {
      const traces: Part[] = [];
      const rest = takeStackTraces(data, traces);
      return type === 'stacktrace' ? traces : [[`${type} entry`, rest] as const, ...traces];
    }),
  ];
}

/** Stack traces and their frames have the same shape everywhere. */
function takeStackTraces(value: unknown, traces: Part[]): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => takeStackTraces(item, traces));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if ('frames' in value) {
    traces.push(['stack trace', { ...value, frames: [] }]);
    traces.push(...(value.frames as readonly Row[]).map((frame): Part => ['frame', frame]));
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, takeStackTraces(part, traces)]),
  );
}
