import {
  findEventDetail,
  findEvents,
  findNamedEvent,
  findOrganizationEvent,
  findProjectEvent,
  listEvents,
} from './events.ts';
import { listHashes, unmergeHashes } from './hashes.ts';
import {
  getIssue,
  listIssues,
  listIssuesById,
  listIssuesOfHashes,
  mergeIssues,
  updateIssue,
} from './issues.ts';
import { getOrganization } from './organizations.ts';
import { getProject, listProjects } from './projects.ts';
import type { ServerKind } from './server-kind.ts';

/** `value:offset:is_prev`. The value is opaque: a number in any notation, or text. */
const CURSOR = /^[^:]*:-?\d+:[01]$/;

/** Sentry, and what speaks as it does. */
export const sentryServer: ServerKind = {
  name: 'Sentry',
  /** It gives a cursor with every link, whether a page lies there or not. */
  isProvedBy: ({ links: { previous, next } }) =>
    previous !== undefined &&
    next !== undefined &&
    [previous, next].every(({ cursor }) => cursor !== null && CURSOR.test(cursor)),
  api: {
    getOrganization,
    getProject,
    listProjects,
    getIssue,
    listIssuesById,
    listIssues,
    listIssuesOfHashes,
    updateIssue,
    mergeIssues,
    listHashes,
    unmergeHashes,
    listEvents,
    findEvents,
    findNamedEvent,
    findEventDetail,
    findProjectEvent,
    findOrganizationEvent,
  },
};
