import { exceedsLightEvent } from '../execution/light-event.ts';
import { type Selection, selectionAt, selectionOf } from '../execution/look-ahead.ts';
import type { IssueResolvers } from '../generated/resolvers-types.ts';
import { loadHashConnection } from '../loaders/hash-connection.ts';
import type { Loaders } from '../loaders/index.ts';
import { loadIssueId } from '../loaders/issue.ts';
import { encodeGlobalId } from '../relay/global-id.ts';
import { type IssueRef, isNumericId } from '../sentry/issues.ts';
import { asString } from '../sentry/json.ts';

export const Issue: IssueResolvers = {
  id: async (issue, _args, { loaders }) =>
    encodeGlobalId('Issue', issue.organization, await loadIssueId(loaders.issue, issue)),
  issueId: (issue, _args, { loaders }) => loadIssueId(loaders.issue, issue),
  shortId: async (issue, _args, { loaders }) =>
    asString((await loaders.issue.load(issue))['shortId']),
  title: async (issue, _args, { loaders }) => asString((await loaders.issue.load(issue))['title']),
  organization: ({ organization }) => ({ slug: organization }),
  hashes: (issue, args, { loaders }, info) => {
    const selection = selectionOf(info);
    const isFull = LATEST_EVENTS.some((path) => exceedsLightEvent(selectionAt(selection, ...path)));
    return loadHashConnection(loaders.hashPage, issue, args, isFull);
  },
};

const LATEST_EVENTS = [
  ['nodes', 'latestEvent'],
  ['edges', 'node', 'latestEvent'],
];

/**
 * An issue by name, with what the operation needs of it begun side by side.
 *
 * Where nothing selected would reach Sentry its detail is asked for, so that an issue that does not
 * exist is told from one that does.
 */
export async function reachIssue(
  loaders: Loaders,
  issue: IssueRef,
  selection: Selection,
): Promise<IssueRef> {
  const hashes = selection.has('hashes');
  if (!hashes || needsDetail(issue, selection)) {
    const detail = loaders.issue.load(issue);
    if (!hashes) {
      await detail;
    }
    detail.catch(() => undefined); // told by each field that reads it
  }
  return issue;
}

function needsDetail({ issue }: IssueRef, selection: Selection): boolean {
  return [...selection.keys()].some(
    (field) =>
      !FIELDS_WITHOUT_DETAIL.has(field) || (FIELDS_OF_NUMERIC_ID.has(field) && !isNumericId(issue)),
  );
}

const FIELDS_OF_NUMERIC_ID: ReadonlySet<string> = new Set(['id', 'issueId']);
const FIELDS_WITHOUT_DETAIL: ReadonlySet<string> = new Set([
  ...FIELDS_OF_NUMERIC_ID,
  'hashes',
  'organization',
]);
