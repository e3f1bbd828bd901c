import { addNote, mergeIssues, unmergeHashes, updateIssue } from './glitchtip/changes.ts';
import {
  findEventDetail,
  findEvents,
  findNamedEvent,
  findOrganizationEvent,
  findProjectEvent,
  listEvents,
} from './glitchtip/events.ts';
import { HASH_CURSORS, listHashes } from './glitchtip/hashes.ts';
import {
  findIssueParts,
  findIssueStats,
  getIssue,
  listIssues,
  listIssuesById,
} from './glitchtip/issues.ts';
import { getProject, listProjects } from './glitchtip/projects.ts';
import { listTagValues } from './glitchtip/tag-values.ts';
import { refuseNames, unsupported } from './glitchtip/words.ts';
import type { Link } from './link-header.ts';
import { sentryServer } from './sentry-server.ts';
import type { ServerKind } from './server-kind.ts';

/*
 * The differences of GlitchTip's API from Sentry's. From its source: issues have only numbers, and below their
 * organization they can be listed and changed but not requested singly; there is no list of an issue's events
 * there, and no search by IDs.
 */

/** A decoded cursor: position `p`, `r=1` for backwards, offset `o` in rows. */
const POSITION = /^[opr]=[^&]*(?:&[opr]=[^&]*)*$/;

export const glitchTip: ServerKind = {
  name: 'GlitchTip',
  /** GlitchTip sends a cursor only if there is a page. */
  isProvedBy: ({ links: { previous, next } }) =>
    previous !== undefined && next !== undefined && isOfGlitchTip(previous) && isOfGlitchTip(next),
  refusalOf: refuseNames,
  api: {
    ...sentryServer.api,
    getProject,
    listProjects,
    getIssue,
    getIssueDetail: getIssue,
    findIssueParts,
    listIssuesById,
    listIssues,
    findIssueStats,
    listIssuesOfHashes: unsupported('find issues by their hashes'),
    updateIssue,
    mergeIssues,
    listExternalIssues: unsupported('link an issue to tickets of other systems'),
    listTagValues,
    listHashes,
    hashCursors: async () => HASH_CURSORS,
    unmergeHashes,
    listEvents,
    findEvents,
    findGroupings: unsupported('explain how an event was grouped'),
    findAttachments: unsupported('list the attachments of an event'),
    findSuspectCommits: unsupported('find the commits that may have caused an issue'),
    addNote,
    findNamedEvent,
    findEventDetail,
    findProjectEvent,
    findOrganizationEvent,
  },
};

function isOfGlitchTip({ results, cursor }: Link): boolean {
  return cursor === null
    ? !results
    : results && POSITION.test(Buffer.from(cursor, 'base64').toString('latin1'));
}
