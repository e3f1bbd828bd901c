import { badUserInput } from '../errors.ts';
import { entriesOf } from '../key.ts';
import type { Connection, Placed } from '../pagination/connection.ts';
import { invalidCursor } from '../pagination/cursor.ts';
import { type ConnectionArguments, MAX_PAGE_SIZE, toPageRange } from '../pagination/page-range.ts';
import type { SentryApi } from '../sentry/api.ts';
import { type EventFilter, eventIdOf, type SentryEvent } from '../sentry/events.ts';
import type { IssueRef } from '../sentry/issues.ts';
import type { ObserveBatch } from './batch.ts';
import type { EventLoader } from './event.ts';
import { createPageLoader, type PageLoader } from './page.ts';

export interface EventList extends IssueRef {
  readonly filter: EventFilter;
  /** Whether the events are needed in full. */
  readonly isFull: boolean;
}

export type PlacedEvent = Placed<SentryEvent>;

export type EventConnectionPage = Connection<PlacedEvent>;
export type EventListLoader = PageLoader<EventList>;

/** Pages of issues' events. Their bodies prime the event loader. */
export function createEventListLoader(
  sentry: SentryApi,
  events: EventLoader,
  observe: ObserveBatch,
): EventListLoader {
  const keyOf = ({ organization, issue, filter, isFull }: EventList) => [
    organization,
    issue,
    entriesOf({ ...filter }),
    isFull,
  ];
  return createPageLoader('eventList', keyOf, observe, async ({ of, cursor, limit }) => {
    const page = await sentry.listEvents({ ...of, cursor, limit });
    for (const body of page.rows) {
      events.prime({ organization: of.organization, issue: of.issue, id: eventIdOf(body) }, body);
    }
    return page;
  });
}

interface Parts {
  readonly eventList: EventListLoader;
  readonly event: EventLoader;
}

/** Most events that are walked to find the end of a list. */
const MAX_WALKED_EVENTS = 1_000;

/**
 * The page of an issue's events that a connection's arguments name: one request, from any row on.
 * `last` without `before` walks the list to its end in light pages, and loads the events that are
 * needed in full in one batch.
 */
export async function loadEventConnection(
  loaders: Parts,
  list: EventList,
  args: ConnectionArguments,
): Promise<EventConnectionPage> {
  const window = toPageRange('issueEvents', args);
  switch (window.kind) {
    case 'pages':
      throw invalidCursor(window.after === null ? 'before' : 'after');
    case 'tail':
      return walkToTail(loaders, list, window);
    case 'rows': {
      const { start, end } = window;
      const page = await loadRows(loaders.eventList, list, start, Math.max(1, end - start));
      const rows = page.rows.slice(0, Math.max(0, end - start));
      return {
        rows,
        hasPreviousPage: start > 0,
        hasNextPage: page.hasNext || rows.length < page.rows.length,
        totalCount: async () => null,
      };
    }
  }
}

async function walkToTail(
  loaders: Parts,
  list: EventList,
  { start, count }: { readonly start: number; readonly count: number },
): Promise<EventConnectionPage> {
  const all: PlacedEvent[] = [];
  for (let hasNext = true; hasNext; ) {
    if (all.length >= MAX_WALKED_EVENTS) {
      throw badUserInput(
        `\`last\` without \`before\` is served for lists of up to ${MAX_WALKED_EVENTS} events and this one is longer: it takes a \`before\`, or \`first\`.`,
      );
    }
    const light = { ...list, isFull: false };
    const page = await loadRows(loaders.eventList, light, start + all.length, MAX_PAGE_SIZE);
    all.push(...page.rows);
    hasNext = page.hasNext && page.rows.length > 0;
  }
  const rows = count === 0 ? [] : all.slice(-count);
  return {
    rows: list.isFull ? await Promise.all(rows.map((row) => inFull(loaders.event, row))) : rows,
    hasPreviousPage: start + all.length - rows.length > 0,
    hasNextPage: false,
    totalCount: async () => null,
  };
}

async function inFull(events: EventLoader, placed: PlacedEvent): Promise<PlacedEvent> {
  const { organization, issue, body } = placed.row;
  const full = await events.load({ organization, issue, id: eventIdOf(body), isFull: true });
  return full ? { ...placed, row: { organization, issue, body: full } } : placed;
}

/** The cursor `0:<row>:0` is composed: `GenericOffsetPaginator` reads the offset alone. */
async function loadRows(loader: EventListLoader, list: EventList, start: number, limit: number) {
  const { organization, issue } = list;
  const cursor = start === 0 ? null : `0:${start}:0`;
  const page = await loader.load({ of: list, cursor, limit });
  return {
    rows: page.rows.map(
      (body, index): PlacedEvent => ({
        row: { organization, issue, body },
        position: { kind: 'offset', offset: start + index },
      }),
    ),
    hasNext: page.next !== null,
  };
}
