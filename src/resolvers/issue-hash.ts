import type { IssueHashResolvers } from '../generated/resolvers-types.ts';
import { encodeGlobalId } from '../global-id.ts';
import { loadIssueId } from '../loaders/issue.ts';
import { selectionOf } from '../selection.ts';
import { asEventId, isFullEvent } from '../sentry/events.ts';
import { hashOf, latestEventOf } from '../sentry/hashes.ts';
import { asBoolean, asFloat } from '../sentry/json.ts';
import { groupingOf } from './event-requests.ts';
import { exceedsLightEvent } from './light-event.ts';

export const IssueHash: IssueHashResolvers = {
  id: async (hash, _args, { loaders }) =>
    encodeGlobalId(
      'IssueHash',
      hash.organization,
      await loadIssueId(loaders.issue, hash),
      hashOf(hash),
    ),
  organizationSlug: ({ organization }) => organization,
  issueId: (hash, _args, { loaders }) => loadIssueId(loaders.issue, hash),
  hash: hashOf,
  latestEvent: (hash, _args, { loaders }, info) => {
    const { organization, issue } = hash;
    const body = latestEventOf(hash);
    const id = asEventId(body?.eventID);
    if (
      body === null ||
      isFullEvent(body) ||
      id === null ||
      !exceedsLightEvent(selectionOf(info))
    ) {
      return body && { organization, issue, body };
    }
    return loaders.event
      .load({ organization, issue, id, isFull: true })
      .then((full) => full && { organization, issue, body: full });
  },
  grouping: async (hash, args, context) => {
    const body = latestEventOf(hash);
    const event = body && (await groupingOf({ ...hash, body }, args, context));
    return event && { hash: hashOf(hash), event };
  },
  mergedBySeer: ({ row }) => asBoolean(row.mergedBySeer),
  seerMatchDistance: ({ row }) => asFloat(row.seerMatchDistance),
  issue: ({ organization, issue }) => ({ organization, issue }),
};
