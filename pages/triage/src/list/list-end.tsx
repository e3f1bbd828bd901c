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
      <div className="list-end" role="alert">
        <p>
          <strong>The rest of the list could not be loaded.</strong> {message} <code>{code}</code>
        </p>
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      </div>
    );
  }
  if (!isComplete) {
    return isLoading || !hasMatches ? (
      <div className="list-end quiet">
        <span className="spinner" aria-hidden="true" />{' '}
        {hasMatches ? 'Loading more hashes' : 'Searching'} …
      </div>
    ) : null;
  }
  if (isEmptyIssue) {
    return (
      <div className="list-end empty">
        <h2>This issue has no hashes</h2>
        <p>
          Either none of its events is retained, or all of its hashes were moved to another issue.
        </p>
      </div>
    );
  }
  if (!hasMatches) {
    return (
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
    );
  }
  return null;
}
