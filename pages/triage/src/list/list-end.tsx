import { toFailure } from '../relay/request.ts';

interface Props {
  readonly isEmptyIssue: boolean;
  readonly hasMatches: boolean;
  readonly hasNext: boolean;
  readonly failure: Error | null;
  readonly onRetry: () => void;
  readonly onClearFilter: () => void;
}

/** Below the last hash: a spinner, a failure, or why the list is empty. */
export function ListEnd({
  isEmptyIssue,
  hasMatches,
  hasNext,
  failure,
  onRetry,
  onClearFilter,
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
  if (hasNext) {
    return (
      <div className="list-end quiet">
        <span className="spinner" aria-hidden="true" />{' '}
        {hasMatches ? 'Loading more hashes' : 'Searching'} …
      </div>
    );
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
        <button type="button" className="button" onClick={onClearFilter}>
          Clear the filter
        </button>
      </div>
    );
  }
  return null;
}
