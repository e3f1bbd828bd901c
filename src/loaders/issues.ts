import { entriesOf } from '../key.ts';
import type { Connection, Placed } from '../pagination/connection.ts';
import type { ConnectionArguments } from '../pagination/page-range.ts';
import { leadsBack } from '../sentry/answers.ts';
import type { IssueFilter, IssueRef } from '../sentry/issues.ts';
import { asString, asText } from '../sentry/json.ts';
import type { IssueJson } from '../sentry/shapes/issue.ts';
import type { LoaderParts } from './batch.ts';
import type { IssueLoader } from './issue.ts';
import { createPageLoader, loadPageConnection, type PageLoader } from './page-list.ts';

interface IssueList {
  readonly organization: string;
  readonly filter: IssueFilter;
}

type IssueListLoader = PageLoader<IssueList>;

/** An issue in a list, with fields that only its row has. */
export interface ListedIssue extends IssueRef {
  readonly matchingEventId: string | null;
}

export type PlacedIssue = Placed<ListedIssue>;
export type IssueConnectionPage = Connection<ListedIssue>;

/** Pages of issue lists. Their issues prime the issue loader. */
export function createIssueListLoader({
  sentry,
  issue: issues,
  observe,
}: LoaderParts & { readonly issue: IssueLoader }): IssueListLoader {
  return createPageLoader(
    'issueList',
    ({ organization, filter }) => [organization, entriesOf({ ...filter })],
    observe,
    async ({ of: { organization, filter }, cursor, limit }) => {
      const page = await sentry.listIssues({ organization, filter, cursor, limit });
      for (const row of page.rows) {
        issues.prime(organization, row);
      }
      return page;
    },
  );
}

/** The page of an issue list for the arguments of a connection. */
export function loadIssueConnection(
  loader: IssueListLoader,
  list: IssueList,
  args: ConnectionArguments,
): Promise<Connection<ListedIssue>> {
  return loadPageConnection(
    {
      list: 'issues',
      keyOf: ({ issue }) => issue,
      leadsBack,
      load: (key) => loader.load({ of: list, ...key }),
      toRow: (row) => toListedIssue(list.organization, row),
    },
    args,
  );
}

function toListedIssue(organization: string, row: IssueJson): ListedIssue {
  return {
    organization,
    issue: asText(row.id) ?? '',
    listed: row,
    matchingEventId: asString(row.matchingEventId),
  };
}
