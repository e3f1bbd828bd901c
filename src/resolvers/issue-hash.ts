import type { IssueHashResolvers } from '../generated/resolvers-types.ts';
import { encodeGlobalId } from '../global-id.ts';
import { loadIssueId } from '../loaders/issue.ts';
import { selectionOf } from '../selection.ts';
import { asEventId, isFullEvent } from '../sentry/events.ts';
import { hashOf, latestEventOf, type SentryHash } from '../sentry/hashes.ts';
import { asBoolean, asFloat } from '../sentry/json.ts';
import { groupingOf } from './event-requests.ts';
import { oftenRead, pure } from './fields.ts';
import { exceedsLightEvent } from './light-event.ts';

export const IssueHash: IssueHashResolvers = {
  id: async (hash, _args, { loaders }) =>
    encodeGlobalId(
      'IssueHash',
      hash.organization,
      await loadIssueId(loaders.issue, hash),
      hashOf(hash),
    ),
  organizationSlug: pure(({ organization }) => organization),
  issueId: (hash, _args, { loaders }) => loadIssueId(loaders.issue, hash),
  hash: pure(hashOf),
  latestEvent: oftenRead(
    (selection) => {
      const isLight = !exceedsLightEvent(selection);
      return (hash: SentryHash) =>
        isLight || idOfLightEvent(hash) === null ? eventOf(hash) : undefined;
    },
    (hash, _args, { loaders }, info) => {
      const { organization, issue } = hash;
      const id = exceedsLightEvent(selectionOf(info)) ? idOfLightEvent(hash) : null;
      if (id === null) {
        return eventOf(hash);
      }
      return loaders.event
        .load({ organization, issue, id, isFull: true })
        .then((full) => full && { organization, issue, body: full });
    },
  ),
  grouping: async (hash, args, context) => {
    const body = latestEventOf(hash);
    const event = body && (await groupingOf({ ...hash, body }, args, context));
    return event && { hash: hashOf(hash), event };
  },
  mergedBySeer: pure(({ row }) => asBoolean(row.mergedBySeer)),
  seerMatchDistance: pure(({ row }) => asFloat(row.seerMatchDistance)),
  issue: ({ organization, issue }) => ({ organization, issue }),
};

/** The event as its row has it. */
function eventOf(hash: SentryHash) {
  const { organization, issue } = hash;
  const body = latestEventOf(hash);
  return body && { organization, issue, body };
}

/** The ID of the event if its row has only the light one; null if nothing more can be loaded. */
function idOfLightEvent(hash: SentryHash): string | null {
  const body = latestEventOf(hash);
  return body === null || isFullEvent(body) ? null : asEventId(body.eventID);
}
