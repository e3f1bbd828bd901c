import { entriesOf } from '../key.ts';
import type { Connection, Placed } from '../pagination/connection.ts';
import type { ConnectionArguments } from '../pagination/page-range.ts';
import { type EventFilter, eventIdOf, isFullEvent, type SentryEvent } from '../sentry/events.ts';
import type { IssueRef } from '../sentry/issues.ts';
import type { LoaderParts } from './batch.ts';
import type { EventLoader } from './event.ts';
import { loadRowConnection } from './row-connection.ts';
import { createRowPageLoader, type RowPageLoader, toSeconds } from './row-list.ts';

interface IssueEvents extends IssueRef {
  readonly filter: EventFilter;
}

export type PlacedEvent = Placed<SentryEvent>;
export type EventConnectionPage = Connection<SentryEvent>;
type IssueEventsLoader = RowPageLoader<IssueEvents, SentryEvent>;

export function createIssueEventsLoader({ sentry, observe }: LoaderParts): IssueEventsLoader {
  return createRowPageLoader(
    {
      name: 'eventList',
      listKey: ({ organization, issue, filter }) => [organization, issue, entriesOf({ ...filter })],
      load: ({ list: { organization, issue, filter }, ...page }) =>
        sentry.listEvents({ organization, issue, filter, ...page }),
      toRow: ({ organization, issue }, body): SentryEvent => ({ organization, issue, body }),
      keyOf: ({ body }) => eventIdOf(body),
      timeOf: ({ body }) => toSeconds(body.dateCreated),
    },
    observe,
  );
}

/** Sentry reads the events of a page together: requests count, rows hardly. */
const SPARE_EVENTS = 80;

interface Parts {
  readonly issueEvents: IssueEventsLoader;
  readonly event: EventLoader;
}

/**
 * The page of an issue's events for the arguments of a connection. If full events are needed but the list
 * returned light ones, as at its end, they are loaded in one batch.
 */
export async function loadEventConnection(
  { issueEvents, event }: Parts,
  list: IssueEvents,
  args: ConnectionArguments,
  isFull: boolean,
): Promise<Connection<SentryEvent>> {
  const page = await loadRowConnection(
    {
      what: 'events',
      cursors: 'issueEvents',
      pages: issueEvents,
      list,
      keyOf: ({ body }) => eventIdOf(body),
      isFull,
      spareRows: SPARE_EVENTS,
      beginsWithPage: true,
    },
    args,
  );
  return isFull
    ? { ...page, rows: await Promise.all(page.rows.map((row) => inFull(event, row))) }
    : page;
}

async function inFull(
  events: EventLoader,
  placed: Placed<SentryEvent>,
): Promise<Placed<SentryEvent>> {
  const { organization, issue, body } = placed.row;
  if (isFullEvent(body)) {
    return placed;
  }
  const full = await events.load({ organization, issue, id: eventIdOf(body), isFull: true });
  return full ? { ...placed, row: { organization, issue, body: full } } : placed;
}
