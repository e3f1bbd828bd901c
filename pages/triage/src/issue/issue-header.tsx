import { useEffect } from 'react';
import { graphql, useLazyLoadQuery } from 'react-relay';
import { isAddress } from '../../../../src/sentry/address.ts';
import type { issueHeaderQuery } from '../__generated__/issueHeaderQuery.graphql.ts';
import type { Target } from '../address/address.ts';
import { plural } from '../plural.ts';
import { RequestFailure } from '../relay/request.ts';
import { asDate, exactDate, shortDate } from '../when.ts';
import { IssueActions } from './issue-actions.tsx';
import { IssueBar } from './issue-bar.tsx';

/** What other parts of the page need to know of the issue. */
export interface IssueFacts {
  readonly permalink: string | null;
  readonly isGlitchTip: boolean;
}

interface Props {
  readonly target: Target;
  readonly attempt: number;
  readonly isAssigning: boolean;
  readonly writeRefusal: string | null;
  readonly onLoad: (facts: IssueFacts) => void;
}

export function IssueHeader({ target, attempt, onLoad, ...actions }: Props) {
  const { issue } = useLazyLoadQuery<issueHeaderQuery>(
    graphql`
      query issueHeaderQuery($organization: String!, $issue: String!) {
        issue(organization: $organization, id: $issue) {
          shortId
          issueId
          title
          count
          userCount
          firstSeen
          lastSeen
          permalink
          activity(types: ["assigned"]) {
            __typename
          }
          ...issueActions_issue
        }
      }
    `,
    target,
    { fetchKey: attempt, fetchPolicy: 'store-and-network' },
  );
  if (!issue) {
    throw new RequestFailure('NOT_FOUND', 'Sentry has no such issue.');
  }
  const permalink = issue.permalink && isAddress(issue.permalink) ? issue.permalink : null;
  // Only GlitchTip has no activity.
  const isGlitchTip = issue.activity === null;
  useEffect(() => onLoad({ permalink, isGlitchTip }), [permalink, isGlitchTip, onLoad]);
  const { count, userCount } = issue;
  const [firstSeen, lastSeen] = [asDate(issue.firstSeen), asDate(issue.lastSeen)];
  return (
    <>
      <IssueBar target={target} shortId={issue.shortId ?? issue.issueId} />
      <h1 dir="auto" title={issue.title ?? undefined}>
        {issue.title || 'Untitled issue'}
      </h1>
      <div className="facts">
        {typeof count === 'number' ? <span>{plural(count, 'event')}</span> : null}
        {typeof userCount === 'number' ? <span>{plural(userCount, 'user')}</span> : null}
        {firstSeen && lastSeen ? (
          <span title={`${exactDate(firstSeen)} – ${exactDate(lastSeen)}`}>
            {shortDate(firstSeen)} – {shortDate(lastSeen)}
          </span>
        ) : null}
        {permalink ? (
          <a href={permalink} rel="noreferrer" target="_blank">
            Open in Sentry
          </a>
        ) : null}
        <IssueActions issue={issue} {...actions} />
      </div>
    </>
  );
}
