import { useEffect, useState } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay';
import type { useWriteRefusalQuery } from '../__generated__/useWriteRefusalQuery.graphql.ts';
import { readSettings } from '../settings.ts';

/** Each is enough to change an issue. */
const WRITING = ['event:write', 'event:admin'];

/** Why nothing can be changed; null if it can, or if Sentry does not name the scopes of the token. */
export function useWriteRefusal(organization: string): string | null {
  const environment = useRelayEnvironment();
  const [isScopeMissing, setIsScopeMissing] = useState(false);
  useEffect(() => {
    const subscription = fetchQuery<useWriteRefusalQuery>(environment, QUERY, {
      organization,
    }).subscribe({
      next: ({ tokenScopes }) =>
        setIsScopeMissing(
          tokenScopes ? !tokenScopes.some((scope) => WRITING.includes(scope)) : false,
        ),
      // Then Sentry itself refuses a change.
      error: () => {},
    });
    return () => subscription.unsubscribe();
  }, [environment, organization]);
  if (readSettings().isReadOnly) {
    return 'This gateway is read-only: hashes can be compared, but not unmerged.';
  }
  return isScopeMissing
    ? 'The token lacks the scope event:write: hashes can be compared, but not unmerged.'
    : null;
}

const QUERY = graphql`
  query useWriteRefusalQuery($organization: String!) {
    tokenScopes(organization: $organization)
  }
`;
