import { graphql, useLazyLoadQuery } from 'react-relay';
import type {
  issueChoiceQuery,
  issueChoiceQuery$data,
} from '../__generated__/issueChoiceQuery.graphql.ts';
import { type Address, DEFAULT_VIEW, type Start } from '../address/address.ts';
import { plural } from '../plural.ts';
import { RequestFailure } from '../relay/request.ts';
import { PageLink } from '../views/page-link.tsx';
import { age, asDate, exactDate, shortDate } from '../when.ts';
import { type HashCount, type HashCounts, useHashCounts } from './use-hash-counts.ts';

interface Props {
  readonly start: Start;
  readonly attempt: number;
}

type Issue = NonNullable<
  NonNullable<issueChoiceQuery$data['organization']>['issues']
>['nodes'][number];

/** The issues that a search finds: the first page of Sentry's list. */
export function IssueChoice({ start: { organization, search, order }, attempt }: Props) {
  const data = useLazyLoadQuery<issueChoiceQuery>(
    graphql`
      query issueChoiceQuery($organization: String!, $search: String!) {
        organization(slug: $organization) {
          issues(first: 50, query: $search) {
            nodes {
              id
              issueId
              shortId
              title
              culprit
              status
              platform
              count
              lastSeen
            }
            pageInfo {
              hasNextPage
            }
          }
        }
      }
    `,
    { organization, search },
    { fetchKey: attempt, fetchPolicy: 'store-and-network' },
  );
  const issues = data.organization?.issues;
  if (!issues) {
    throw new RequestFailure('NOT_FOUND', 'Sentry has no such organization.');
  }
  const isByHashes = order === 'hashes';
  const counts = useHashCounts(isByHashes ? issues.nodes.map(({ id }) => id) : NONE);
  const sorted = isByHashes
    ? issues.nodes.toSorted((one, other) => countOf(counts, other) - countOf(counts, one))
    : issues.nodes;
  const counted = issues.nodes.filter(({ id }) => counts.has(id)).length;
  const uncounted = issues.nodes.filter(({ id }) => counts.get(id) === null).length;
  return (
    <section aria-label="Issues">
      <p role="status" className="muted choices-status">
        {sorted.length === 0 ? 'No issue matches.' : plural(sorted.length, 'issue')}
        {issues.pageInfo.hasNextPage ? ', the newest of more; narrow the search to see others' : ''}
        {isByHashes && counted < sorted.length ? ` · hashes of ${counted} counted so far …` : ''}
        {uncounted > 0 ? ` · hashes of ${plural(uncounted, 'issue')} could not be counted` : ''}
      </p>
      {sorted.length === 0 ? null : (
        <ul className="choices">
          {sorted.map((issue) => (
            <li key={issue.id}>
              <IssueLink organization={organization} issue={issue} count={counts.get(issue.id)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const NONE: readonly string[] = [];

function countOf(counts: HashCounts, { id }: Issue): number {
  return counts.get(id)?.known ?? -1;
}

interface LinkProps {
  readonly organization: string;
  readonly issue: Issue;
  readonly count: HashCount | null | undefined;
}

function IssueLink({ organization, issue, count }: LinkProps) {
  const address: Address = {
    page: 'issue',
    // GlitchTip finds no issue by its short ID.
    target: { organization, issue: issue.issueId },
    view: DEFAULT_VIEW,
  };
  const lastSeen = asDate(issue.lastSeen);
  const facts = [
    issue.shortId,
    issue.culprit,
    typeof issue.count === 'number' ? plural(issue.count, 'event') : null,
    count ? `${plural(count.known, 'hash')}${count.isExact ? '' : ' or more'}` : null,
  ];
  return (
    <PageLink to={address}>
      <strong dir="auto">{issue.title || 'Untitled issue'}</strong>
      <small>{facts.filter(Boolean).join(' · ')}</small>
      {lastSeen ? (
        <small title={exactDate(lastSeen)}>
          {shortDate(lastSeen)} · {age(lastSeen, Date.now())} ago
        </small>
      ) : null}
    </PageLink>
  );
}
