import type { Context } from '../context.ts';
import type { EventInProjectLoader } from '../loaders/event.ts';
import type { Loaders } from '../loaders/index.ts';
import { type LookAheadInfo, selectionOf } from '../selection.ts';
import {
  asEventId,
  eventIdOf,
  eventTypeOf,
  projectOf,
  type SentryEvent,
} from '../sentry/events.ts';
import { asObject, asObjects, asString, asText } from '../sentry/json.ts';
import type { EventDetailJson } from '../sentry/shapes/event.ts';
import type { ReleaseJson } from '../sentry/shapes/organization.ts';
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
      read((await loadDetail(event, loaders, key))?.[key]),
  );
}

/** The release, by the version in the event's tags if its detail has none, as on GlitchTip. */
export const releaseOf = sharesRequest(
  async (event: SentryEvent, _args: object, { loaders }: Context): Promise<ReleaseJson | null> => {
    const detail = await loadDetail(event, loaders, 'eventID');
    if (detail && 'release' in detail) {
      return asObject(detail.release);
    }
    const tag = asObjects(event.body.tags)?.find(({ key }) => asString(key) === 'release');
    const version = asString(tag?.value);
    return version === null
      ? null
      : loaders.release.load({ organization: event.organization, version });
  },
);

/** A neighbouring event in the issue; `key` has its ID. */
export function neighbour(key: 'previousEventID' | 'nextEventID') {
  return sharesRequest(
    async (
      event: SentryEvent,
      _args: object,
      { loaders }: Context,
      info: LookAheadInfo,
    ): Promise<SentryEvent | null> => {
      const id = asEventId((await loadDetail(event, loaders, key))?.[key]);
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
  loaders: Loaders,
  key: keyof EventDetailJson,
): Promise<EventDetailJson | null> {
  const { organization, body } = event;
  // GlitchTip's latest event is a detail.
  const detail = event.detail ?? (hasNeighbours(event.body) ? event.body : undefined);
  const issue = issueOf(event);
  // GlitchTip's page of an event in its project has the neighbours in the project, not in the issue.
  if (detail && (key in detail || issue === '')) {
    return detail;
  }
  return issue === ''
    ? null
    : loaders.eventDetail.load({ organization, issue, id: eventIdOf(body) });
}

function hasNeighbours(body: EventDetailJson): boolean {
  return 'previousEventID' in body;
}

/** The current issue of an event; empty for a transaction, which has none. */
export function issueOf({ issue, body }: SentryEvent): string {
  return asText(body.groupID) ?? issue;
}

/** How the event was grouped; null without a request for a transaction, which Sentry does not group. */
export const groupingOf = ofErrors(({ eventGrouping }) => eventGrouping);

/** Null without a request for a transaction, which no commit caused. */
export const suspectCommitsOf = ofErrors(({ suspectCommits }) => suspectCommits);

export const attachmentsOf = inProject(({ attachments }) => attachments);

function ofErrors<V>(loaderOf: (loaders: Loaders) => EventInProjectLoader<V>) {
  const find = inProject(loaderOf);
  return async (event: SentryEvent, args: object, context: Context): Promise<V | null> =>
    eventTypeOf(event.body) === 'transaction' ? null : find(event, args, context);
}

function inProject<V>(loaderOf: (loaders: Loaders) => EventInProjectLoader<V>) {
  return async (event: SentryEvent, _args: object, { loaders }: Context): Promise<V | null> => {
    const { organization, body } = event;
    const project = projectOf(body) || (await projectOfIssue(event, loaders));
    return project === ''
      ? null
      : loaderOf(loaders).load({ organization, project, id: eventIdOf(body) });
  };
}

/** For an event without its project, as in the sample of Sentry's documentation. */
async function projectOfIssue(event: SentryEvent, loaders: Loaders): Promise<string> {
  const issue = issueOf(event);
  const { organization } = event;
  const { project } = issue === '' ? {} : await loaders.issue.load({ organization, issue });
  return asText(asObject(project)?.id) ?? '';
}
