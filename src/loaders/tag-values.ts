import { hash } from 'node:crypto';
import type { Connection, Placed } from '../pagination/connection.ts';
import type { ConnectionArguments } from '../pagination/page-range.ts';
import type { IssueRef } from '../sentry/issues.ts';
import { asText } from '../sentry/json.ts';
import type { TagValueJson } from '../sentry/shapes/issue.ts';
import type { LoaderParts } from './batch.ts';
import { createPageLoader, loadPageConnection, type PageLoader } from './page-list.ts';

export type PlacedTagValue = Placed<TagValueJson>;
export type TagValueConnectionPage = Connection<TagValueJson>;

type TagOfIssue = Pick<IssueRef, 'organization' | 'issue'> & { readonly key: string };
type TagValuesLoader = PageLoader<TagOfIssue>;

export function createTagValuesLoader({ sentry, observe }: LoaderParts): TagValuesLoader {
  return createPageLoader(
    'tagValues',
    ({ organization, issue, key }) => [organization, issue, key],
    observe,
    ({ of, ...page }) => sentry.listTagValues({ ...of, ...page }),
  );
}

/** The page of a tag's values for the arguments of a connection. */
export function loadTagValueConnection(
  loader: TagValuesLoader,
  of: TagOfIssue,
  args: ConnectionArguments,
): Promise<TagValueConnectionPage> {
  return loadPageConnection(
    {
      list: 'tagValues',
      // In cursors, a value of 200 Chinese characters would be too long.
      keyOf: ({ value }) => hash('sha1', asText(value) ?? '', 'base64url'),
      load: (page) => loader.load({ of, ...page }),
      toRow: (row): TagValueJson => row,
    },
    args,
  );
}
