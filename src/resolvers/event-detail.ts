import type { Context } from '../context.ts';
import type { LookAheadInfo } from '../selection.ts';
import { selectionOf } from '../selection.ts';
import { eventIdOf, type SentryEvent } from '../sentry/events.ts';
import { asText } from '../sentry/json.ts';
import type { EventDetailJson } from '../sentry/shapes/event.ts';
import { exceedsLightEvent } from './light-event.ts';
import { sharesRequest } from './shared-request.ts';

/*
 * Fields of an event's detail, which lists lack. They share one request for each event, and need none if the event was
 * found by its project, as every transaction is.
 */

export function detail<Key extends keyof EventDetailJson, T>(
  key: Key,
  read: (value: EventDetailJson[Key] | undefined) => T,
) {
  return sharesRequest(
    async (event: SentryEvent, _args: object, { loaders }: Context): Promise<T> =>
      read((await loadDetail(event, loaders))?.[key]),
  );
}

/** A neighbouring event in the issue; `key` has its ID. */
export function neighbour(key: 'previousEventID' | 'nextEventID') {
  return sharesRequest(
    async (
      event: SentryEvent,
      _args: object,
      { loaders }: Context,
      info: LookAheadInfo,
    ): Promise<SentryEvent | null> => {
      const id = asText((await loadDetail(event, loaders))?.[key]);
      if (id === null) {
        return null;
      }
      const { organization } = event;
      const issue = issueOf(event);
      const isFull = exceedsLightEvent(selectionOf(info));
      const body = await loaders.event.load({ organization, issue, id, isFull });
      return body && { organization, issue, body };
    },
  );
}

async function loadDetail(
  event: SentryEvent,
  loaders: Context['loaders'],
): Promise<EventDetailJson | null> {
  const { organization, body, detail } = event;
  if (detail) {
    return detail;
  }
  const issue = issueOf(event);
  return issue === ''
    ? null
    : loaders.eventDetail.load({ organization, issue, id: eventIdOf(body) });
}

/** The current issue of an event; empty for a transaction, which has none. */
export function issueOf({ issue, body }: SentryEvent): string {
  return asText(body.groupID) ?? issue;
}
