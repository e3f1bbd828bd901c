import type { ReactNode } from 'react';
import { changeView } from '../address/use-address.ts';
import { NO_FILTER } from './arrange.ts';

interface Props {
  readonly isEmptyIssue: boolean;
  readonly hasMatches: boolean;
  readonly isComplete: boolean;
  readonly isLoading: boolean;
}

/** Below the last hash: a spinner, or why the list is empty. */
export function ListEnd({ isEmptyIssue, hasMatches, isComplete, isLoading }: Props) {
  if (!isComplete) {
    return isLoading || !hasMatches ? (
      <Line>
        <div className="list-end quiet">
          <span className="spinner" aria-hidden="true" />{' '}
          {hasMatches ? 'Loading more hashes' : 'Searching'} …
        </div>
      </Line>
    ) : null;
  }
  if (isEmptyIssue) {
    return (
      <Line>
        <div className="list-end empty">
          <h2>This issue has no hashes</h2>
          <p>
            Either none of its events is retained, or all of its hashes were moved to another issue.
          </p>
        </div>
      </Line>
    );
  }
  if (!hasMatches) {
    return (
      <Line>
        <div className="list-end empty">
          <h2>No hash matches</h2>
          <p>All hashes of the issue were searched.</p>
          <button
            type="button"
            className="button"
            onClick={() => changeView({ filter: NO_FILTER }, 'push')}
          >
            Clear the filter
          </button>
        </div>
      </Line>
    );
  }
  return null;
}

/** A grid may contain nothing but rows. */
function Line({ children }: { readonly children: ReactNode }) {
  return (
    <div role="row">
      <div role="gridcell" aria-colspan={8}>
        {children}
      </div>
    </div>
  );
}
