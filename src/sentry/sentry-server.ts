import {
  findEventDetail,
  findEvents,
  findNamedEvent,
  findOrganizationEvent,
  findProjectEvent,
  listEvents,
} from './events.ts';
import { listExternalIssues } from './external-issues.ts';
import { findGroupings } from './grouping.ts';
import { listHashes, unmergeHashes } from './hashes.ts';
import { findAttachments, findSuspectCommits } from './in-project.ts';
import { findIssueStats } from './issue-stats.ts';
import { updateIssue } from './issue-update.ts';
import {
  addNote,
  findIssueParts,
  getIssue,
  listIssues,
  listIssuesById,
  listIssuesOfHashes,
  mergeIssues,
} from './issues.ts';
import {
  findRelease,
  getOrganization,
  getTokenScopes,
  listOrganizations,
} from './organizations.ts';
import { getProject, listProjects } from './projects.ts';
import type { ServerKind } from './server-kind.ts';
import { listTagValues } from './tag-values.ts';

/** `value:offset:is_prev`. The value is a number in any notation, or text. */
const CURSOR = /^[^:]*:-?\d+:[01]$/;

/** Sentry and compatible servers. */
export const sentryServer: ServerKind = {
  name: 'Sentry',
  /** Sentry sends a cursor with every link, whether there is a page or not. */
  isProvedBy: ({ links: { previous, next } }) =>
    previous !== undefined &&
    next !== undefined &&
    [previous, next].every(({ cursor }) => cursor !== null && CURSOR.test(cursor)),
  refusalOf: () => null,
  api: {
    getTokenScopes,
    listOrganizations,
    getOrganization,
    getProject,
    listProjects,
    getIssue,
    getIssueDetail: getIssue,
    findIssueParts,
    listIssuesById,
    listIssues,
    findIssueStats,
    listIssuesOfHashes,
    updateIssue,
    addNote,
    mergeIssues,
    listExternalIssues,
    listTagValues,
    listHashes,
    hashCursors: async () => null,
    unmergeHashes,
    listEvents,
    findEvents,
    findNamedEvent,
    findEventDetail,
    findRelease,
    findProjectEvent,
    findOrganizationEvent,
    findGroupings,
    findAttachments,
    findSuspectCommits,
  },
};
