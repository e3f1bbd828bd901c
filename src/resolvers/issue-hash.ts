import type {
  IssueHashConnectionResolvers,
  IssueHashEdgeResolvers,
  IssueHashResolvers,
} from '../generated/resolvers-types.ts';
import { encodeGlobalId } from '../global-id.ts';
import { loadIssueId } from '../loaders/issue.ts';
import { encodeCursor } from '../pagination/cursor.ts';
import { selectionOf } from '../selection.ts';
import { isFullEvent } from '../sentry/events.ts';
import { hashOf, latestEventOf, type SentryHash } from '../sentry/hashes.ts';
import { asBoolean, asFloat, asString } from '../sentry/json.ts';
import { exceedsLightEvent } from './light-event.ts';

export const IssueHashConnection: IssueHashConnectionResolvers = {
  edges: ({ rows }) => rows,
  nodes: ({ rows }) => rows,
  pageInfo: ({ rows, hasNextPage, hasPreviousPage }) => ({
    hasNextPage,
    hasPreviousPage,
    startCursor: cursorOf(rows[0]),
    endCursor: cursorOf(rows.at(-1)),
  }),
  totalCount: ({ totalCount }) => totalCount(),
};

export const IssueHashEdge: IssueHashEdgeResolvers = {
  cursor: ({ position }) => encodeCursor('issueHashes', position),
  node: (hash) => hash,
};

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
  latestEvent: async (hash, _args, { loaders }, info) => {
    const { organization, issue } = hash;
    const body = latestEventOf(hash);
    const id = asString(body?.['eventID']);
    if (
      body === null ||
      isFullEvent(body) ||
      id === null ||
      !exceedsLightEvent(selectionOf(info))
    ) {
      return body && { organization, issue, body };
    }
    const full = await loaders.event.load({ organization, issue, id, isFull: true });
    return full && { organization, issue, body: full };
  },
  mergedBySeer: ({ row }) => asBoolean(row['mergedBySeer']),
  seerMatchDistance: ({ row }) => asFloat(row['seerMatchDistance']),
  issue: ({ organization, issue }) => ({ organization, issue }),
};

function cursorOf(hash: SentryHash | undefined): string | null {
  return hash ? encodeCursor('issueHashes', hash.position) : null;
}
