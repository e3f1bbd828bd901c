import type { UnmergeJob } from './use-unmerge.ts';

interface Props {
  readonly jobs: readonly UnmergeJob[];
  readonly onDismiss: (job: UnmergeJob) => void;
  readonly onWatch: (job: UnmergeJob) => void;
}

/** How far each unmerge has come. */
export function UnmergeProgress({ jobs, onDismiss, onWatch }: Props) {
  return (
    <div className="jobs" aria-live="polite">
      {jobs.map((job) => (
        <section className="job" key={job.key} data-phase={job.phase} aria-label="Unmerge">
          {job.phase === 'asking' || job.phase === 'moving' ? (
            <span className="spinner" aria-hidden="true" />
          ) : (
            <span className="job-mark" aria-hidden="true">
              {job.phase === 'done' ? '✓' : '!'}
            </span>
          )}
          <div className="job-text">
            <p>{sentenceOf(job)}</p>
            {job.phase === 'moving' ? (
              <progress
                value={job.gone.size}
                max={job.hashes.length}
                aria-label="Hashes that have left"
              />
            ) : null}
          </div>
          {job.phase === 'slow' ? (
            <button type="button" className="button" onClick={() => onWatch(job)}>
              Look again
            </button>
          ) : null}
          {job.phase === 'asking' || job.phase === 'moving' ? null : (
            <button type="button" className="link" onClick={() => onDismiss(job)}>
              Dismiss
            </button>
          )}
        </section>
      ))}
    </div>
  );
}

function sentenceOf({ phase, hashes, gone, failure }: UnmergeJob) {
  const count = hashes.length === 1 ? '1 hash' : `${hashes.length} hashes`;
  switch (phase) {
    case 'asking':
      return `Asking Sentry to unmerge ${count} …`;
    case 'moving':
      return `Sentry moves ${count} to a new issue: ${gone.size} of ${hashes.length} gone.`;
    case 'done':
      return `${count} ${hashes.length === 1 ? 'has' : 'have'} left for a new issue.`;
    case 'slow':
      return failure
        ? `Sentry accepted the unmerge of ${count}, but it cannot be watched: ${failure.message}`
        : `Sentry has not moved all of ${count} yet: ${gone.size} of ${hashes.length} gone.`;
    case 'refused':
      return (
        <>
          <strong>
            {failure?.code === 'CONFLICT'
              ? 'They are on their way already.'
              : 'Nothing was unmerged.'}
          </strong>{' '}
          {failure?.message} <code>{failure?.code}</code>
        </>
      );
  }
}
