import type { ReactNode } from 'react';
import { changeView } from '../address/use-address.ts';
import { toFailure } from '../relay/request.ts';
import { NO_FILTER } from './arrange.ts';

interface Props {
  readonly isEmptyIssue: boolean;
  readonly hasMatches: boolean;
  readonly isComplete: boolean;
  readonly isLoading: boolean;
  readonly failure: Error | null;
  readonly onRetry: () => void;
}

/** Below the last hash: a spinner, a failure, or why the list is empty. */
export function ListEnd({
  isEmptyIssue,
  hasMatches,
  isComplete,
  isLoading,
  failure,
  onRetry,
}: Props) {
  if (failure) {
    const { message, code } = toFailure(failure);
    return (
      <Line className="list-end" role="alert">
        <p>
          <strong>The rest of the list could not be loaded.</strong> {message} <code>{code}</code>
        </p>
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      </Line>
    );
  }
  if (!isComplete) {
    return isLoading || !hasMatches ? (
      <Line className="list-end quiet">
        <span className="spinner" aria-hidden="true" />{' '}
        {hasMatches ? 'Loading more hashes' : 'Searching'} …
      </Line>
    ) : null;
  }
  if (isEmptyIssue) {
    return (
      <Line className="list-end empty">
        <h2>This issue has no hashes</h2>
        <p>
          Either none of its events is retained, or all of its hashes were moved to another issue.
        </p>
      </Line>
    );
  }
  if (!hasMatches) {
    return (
      <Line className="list-end empty">
        <h2>No hash matches</h2>
        <p>All hashes of the issue were searched.</p>
        <button
          type="button"
          className="button"
          onClick={() => changeView({ filter: NO_FILTER }, 'push')}
        >
          Clear the filter
        </button>
      </Line>
    );
  }
  return null;
}

interface LineProps {
  readonly className: string;
  readonly role?: 'alert';
  readonly children: ReactNode;
}

/** A grid may contain nothing but rows. */
function Line({ className, role, children }: LineProps) {
  return (
    <div role="row">
      <div role="gridcell" aria-colspan={8}>
        <div className={className} role={role}>
          {children}
        </div>
      </div>
    </div>
  );
}
