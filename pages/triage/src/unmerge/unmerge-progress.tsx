import type { UnmergeJob } from './use-unmerge.ts';

interface Props {
  readonly jobs: readonly UnmergeJob[];
  readonly onDismiss: (job: UnmergeJob) => void;
  readonly onWatch: (job: UnmergeJob) => void;
}

export function UnmergeProgress({ jobs, onDismiss, onWatch }: Props) {
  return (
    <div className="jobs" aria-live="polite">
      {jobs.map((job) => (
        <section className="job" key={job.key} data-phase={job.phase} aria-label="Unmerge">
          {job.phase === 'sending' || job.phase === 'moving' ? (
            <span className="spinner" aria-hidden="true" />
          ) : (
            <span className="job-mark" aria-hidden="true">
              {job.phase === 'done' ? '✓' : '!'}
            </span>
          )}
          <div className="job-text">
            <p>{messageOf(job)}</p>
            {job.phase === 'moving' ? (
              <progress value={job.moved.size} max={job.hashes.length} aria-label="Moved hashes" />
            ) : null}
          </div>
          {job.phase === 'slow' ? (
            <button type="button" className="button" onClick={() => onWatch(job)}>
              Check again
            </button>
          ) : null}
          {job.phase === 'sending' || job.phase === 'moving' ? null : (
            <button type="button" className="link" onClick={() => onDismiss(job)}>
              Dismiss
            </button>
          )}
        </section>
      ))}
    </div>
  );
}

function messageOf({ phase, hashes, moved, failure }: UnmergeJob) {
  const count = hashes.length === 1 ? '1 hash' : `${hashes.length} hashes`;
  switch (phase) {
    case 'sending':
      return `Requesting the unmerge of ${count} …`;
    case 'moving':
      return `Sentry is moving ${count} to a new issue: ${moved.size} of ${hashes.length} moved.`;
    case 'done':
      return `${count} moved to a new issue.`;
    case 'slow':
      return failure
        ? `Sentry accepted the unmerge of ${count}, but its progress is unknown: ${failure.message}`
        : `Sentry has not finished: ${moved.size} of ${hashes.length} hashes moved.`;
    case 'refused':
      return (
        <>
          <strong>
            {failure?.code === 'CONFLICT'
              ? 'An unmerge of these hashes is already in progress.'
              : 'Nothing was unmerged.'}
          </strong>{' '}
          {failure?.message} <code>{failure?.code}</code>
        </>
      );
  }
}
