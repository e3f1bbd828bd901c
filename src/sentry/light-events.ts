import type { AnyEndpoint } from './endpoint.ts';
import { isFullEvent } from './events.ts';
import { asObject, asObjects, type Json } from './json.ts';
import type { EventDetail, Middleware } from './request.ts';

/** Value of `full` for light events in a hash list: `0`, or empty on some servers of 2025. */
type LightForm = '0' | '';

/**
 * Requests full or light events in the dialect of one server. Versions of Sentry treat `full=0` in three ways; each
 * response shows which, and corrects a wrong or outdated assumption.
 */
export function createEventDetail(): Middleware {
  let lightForm: LightForm = '0';
  const failed = new Set<LightForm>();

  function learn(asked: LightForm, body: Json): void {
    const event = (asObjects(body) ?? [])
      .map((row) => asObject(row['latestEvent']))
      .find((found) => found !== null);
    if (!event) {
      return;
    }
    if (!isFullEvent(event)) {
      failed.clear();
      return;
    }
    failed.add(asked);
    // If neither returns light events (until 2024), the current form is used, for after an upgrade.
    lightForm = failed.has('0') && !failed.has('') ? '' : '0';
  }

  return (send) => async (request) => {
    const { endpoint, events, query } = request;
    if (events === undefined) {
      return send(request);
    }
    const asked = lightForm;
    const full = fullOf(endpoint, events, asked);
    const answer = await send(
      full === undefined ? request : { ...request, query: { full, ...query } },
    );
    if (events === 'light' && endpoint.events === 'latestEventOfRows') {
      learn(asked, answer.body);
    }
    return answer;
  };
}

/** Event lists return light events by default; an event requested alone is always full. */
function fullOf(
  { events: place, isAlwaysFull }: AnyEndpoint,
  events: EventDetail,
  lightForm: LightForm,
) {
  if (place === 'body' || isAlwaysFull) {
    return undefined;
  }
  return events === 'full' ? '1' : place === 'rows' ? undefined : lightForm;
}

/** Fields of a GraphQL type: `true` for the whole field, or the included fields below it. */
export interface LightSelection {
  readonly [field: string]: true | LightSelection;
}

/**
 * The fields of `Event` that `SimpleEventSerializer` returns. Its `user` lacks `name`, `geo` and `data`; its tags may
 * lack `_meta`.
 */
export const LIGHT_EVENT: LightSelection = {
  id: true,
  eventId: true,
  sentryId: true,
  issueId: true,
  organizationSlug: true,
  issue: true,
  projectId: true,
  project: true,
  // These nine take a request of their own for any event.
  release: true,
  previousEvent: true,
  nextEvent: true,
  resolvedWith: true,
  userReport: true,
  sdkUpdates: true,
  grouping: true,
  attachments: true,
  suspectCommits: true,
  message: true,
  title: true,
  location: true,
  culprit: true,
  platform: true,
  type: true,
  dateCreated: true,
  crashFile: true,
  metadata: true,
  tags: { key: true, value: true, query: true },
  user: { id: true, email: true, username: true, ipAddress: true },
};
