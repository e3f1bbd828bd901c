import { graphql, useLazyLoadQuery } from 'react-relay';
import type { organizationListQuery } from '../__generated__/organizationListQuery.graphql.ts';
import { type Address, DEFAULT_SEARCH } from '../address/address.ts';
import { PageLink } from '../views/page-link.tsx';

/** The organizations that the token can access: the first page of Sentry's list. */
export function OrganizationList({ attempt }: { readonly attempt: number }) {
  const { organizations } = useLazyLoadQuery<organizationListQuery>(
    graphql`
      query organizationListQuery {
        organizations(first: 100) {
          nodes {
            id
            slug
            name
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    `,
    {},
    { fetchKey: attempt, fetchPolicy: 'store-and-network' },
  );
  if (!organizations || organizations.nodes.length === 0) {
    return <p className="muted">The token can access no organization.</p>;
  }
  return (
    <section aria-label="Organizations">
      <ul className="choices">
        {organizations.nodes.map(({ id, slug, name }) => (
          <li key={id}>
            <PageLink to={issuesOf(slug)}>
              <strong>{name ?? slug}</strong>
              <small>{slug}</small>
            </PageLink>
          </li>
        ))}
      </ul>
      {organizations.pageInfo.hasNextPage ? (
        <p className="muted">
          The token can access more organizations. Enter the slug of another one.
        </p>
      ) : null}
    </section>
  );
}

function issuesOf(organization: string): Address {
  return { page: 'start', start: { organization, search: DEFAULT_SEARCH, order: 'newest' } };
}
