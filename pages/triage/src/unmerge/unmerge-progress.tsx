import { useContext } from 'react';
import { type Address, DEFAULT_VIEW, type Target } from '../address/address.ts';
import { changeView } from '../address/use-address.ts';
import { GlitchTipContext } from '../issue/glitchtip-context.ts';
import { plural } from '../plural.ts';
import { Message } from '../views/message.tsx';
import { PageLink } from '../views/page-link.tsx';
import type { UnmergeJob } from './jobs.ts';

interface Props {
  readonly target: Target;
  readonly jobs: readonly UnmergeJob[];
  readonly onDismiss: (job: UnmergeJob) => void;
  readonly onWatch: (job: UnmergeJob) => void;
}

export function UnmergeProgress({ target, jobs, onDismiss, onWatch }: Props) {
  const isGlitchTip = useContext(GlitchTipContext);
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
            <p>
              {messageOf(job, isGlitchTip)} <NewIssue target={target} job={job} />
            </p>
            {job.phase === 'moving' ? (
              <progress
                value={job.moved.length}
                max={job.hashes.length}
                aria-label="Moved hashes"
              />
            ) : null}
          </div>
          {job.phase === 'slow' ? (
            <button type="button" className="button" onClick={() => onWatch(job)}>
              Check again
            </button>
          ) : null}
          {job.phase === 'refused' ? (
            <button type="button" className="link" onClick={() => selectAgain(job)}>
              Select again
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

function selectAgain({ hashes }: UnmergeJob): void {
  changeView({ picks: hashes.map(({ hash }) => hash) }, 'replace');
}

function NewIssue({ target, job: { destination } }: Pick<Props, 'target'> & { job: UnmergeJob }) {
  if (!destination) {
    return null;
  }
  const address: Address = {
    page: 'issue',
    target: { organization: target.organization, issue: destination.issue },
    view: DEFAULT_VIEW,
  };
  return (
    <PageLink to={address}>
      Open {destination.shortId ?? `the new issue ${destination.issue}`}
    </PageLink>
  );
}

function movedBefore(count: number): string {
  return count > 0 ? ` Another unmerge had moved ${plural(count, 'hash')} of the selection.` : '';
}

function messageOf(
  { phase, hashes, moved, destination, failure }: UnmergeJob,
  isGlitchTip: boolean,
) {
  const count = plural(hashes.length, 'hash');
  switch (phase) {
    case 'sending':
      return `Requesting the unmerge of ${count} …`;
    case 'moving':
      return isGlitchTip
        ? `GlitchTip is removing ${count} from this issue.`
        : `Sentry is moving ${count} to a new issue: ${moved.length} of ${hashes.length} moved.`;
    case 'done':
      return destination
        ? `${plural(destination.count, 'hash')} moved to a new issue.${movedBefore(hashes.length - destination.count)}`
        : `${count} removed from this issue. ${isGlitchTip ? 'The events stay in it; new ones make another issue.' : 'Sentry does not name a new one.'}`;
    case 'slow':
      return failure
        ? `The unmerge of ${count} was requested, but its progress is unknown: ${failure.message}`
        : `Sentry has not finished: ${moved.length} of ${hashes.length} hashes moved.`;
    case 'refused':
      return (
        <>
          <strong>
            {failure?.code === 'CONFLICT'
              ? 'An unmerge of these hashes is already in progress.'
              : 'Nothing was unmerged.'}
          </strong>{' '}
          <Message text={failure?.message ?? ''} /> <code>{failure?.code}</code>
        </>
      );
  }
}
