import { useContext } from 'react';
import { graphql, useLazyLoadQuery } from 'react-relay';
import type { issueViewQuery } from '../__generated__/issueViewQuery.graphql.ts';
import { HashList } from '../list/hash-list.tsx';
import { RequestFailure } from '../relay/request.ts';
import { shortDate } from '../when.ts';
import { Brand } from './brand.tsx';
import type { Target } from './target.ts';
import { TokenContext } from './token-context.ts';

interface Props {
  readonly target: Target;
  readonly attempt: number;
  readonly onLeave: () => void;
}

export function IssueView({ target, attempt, onLeave }: Props) {
  const { token, changeToken } = useContext(TokenContext);
  const { issue } = useLazyLoadQuery<issueViewQuery>(
    graphql`
      query issueViewQuery($organization: String!, $issue: String!) {
        issue(organization: $organization, id: $issue) {
          shortId
          issueId
          title
          status
          count
          userCount
          firstSeen
          lastSeen
          permalink
          ...hashList_issue
        }
      }
    `,
    target,
    { fetchKey: attempt, fetchPolicy: 'store-or-network' },
  );
  if (!issue) {
    throw new RequestFailure('NOT_FOUND', 'Sentry has no such issue.');
  }
  return (
    <main className="issue">
      <title>{`${issue.shortId ?? issue.issueId} · Hash triage`}</title>
      <header className="issue-header">
        <div className="issue-bar">
          <Brand />
          <span className="crumb">
            <span className="crumb-organization">{target.organization} / </span>
            <strong>{issue.shortId ?? issue.issueId}</strong>
          </span>
          <span className="spring" />
          {token ? (
            <button type="button" className="link" onClick={() => changeToken(null)}>
              Remove token
            </button>
          ) : null}
          <button type="button" className="link" onClick={onLeave}>
            Other issue
          </button>
        </div>
        <h1>{issue.title ?? 'Untitled issue'}</h1>
        <p className="facts">
          {issue.status ? <span className="badge">{issue.status}</span> : null}
          {issue.count === null || issue.count === undefined ? null : (
            <span>{issue.count.toLocaleString('en')} events</span>
          )}
          {issue.userCount === null || issue.userCount === undefined ? null : (
            <span>{issue.userCount.toLocaleString('en')} users</span>
          )}
          {issue.firstSeen && issue.lastSeen ? (
            <span>
              {shortDate(issue.firstSeen)} – {shortDate(issue.lastSeen)}
            </span>
          ) : null}
          {issue.permalink ? (
            <a href={issue.permalink} rel="noreferrer" target="_blank">
              Open in Sentry
            </a>
          ) : null}
        </p>
      </header>
      <HashList issue={issue} />
    </main>
  );
}
