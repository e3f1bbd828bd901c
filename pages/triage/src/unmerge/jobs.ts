import type { RequestFailure } from '../relay/request.ts';
import type { Destination } from './destination.ts';

export interface UnmergedHash {
  /** Global ID. */
  readonly id: string;
  readonly hash: string;
}

/** One unmerge of several hashes. */
export interface UnmergeJob {
  readonly key: string;
  readonly hashes: readonly UnmergedHash[];
  /** Global IDs of hashes that the issue no longer lists. */
  readonly moved: readonly string[];
  /** Null as long as Sentry does not name it. */
  readonly destination: Destination | null;
  /** `slow`: polling has stopped, because Sentry takes too long or a request failed. */
  readonly phase: 'sending' | 'moving' | 'done' | 'slow' | 'refused';
  readonly failure: RequestFailure | null;
}

/** Jobs of an issue outlive a reload of the page, but not its tab. */
export function readJobs(issue: string): readonly UnmergeJob[] {
  return JSON.parse(sessionStorage.getItem(keyOf(issue)) ?? '[]') as readonly UnmergeJob[];
}

export function keepJobs(issue: string, jobs: readonly UnmergeJob[]): void {
  const kept = jobs.filter(({ phase }) => phase !== 'refused');
  if (kept.length === 0) {
    sessionStorage.removeItem(keyOf(issue));
  } else {
    sessionStorage.setItem(
      keyOf(issue),
      JSON.stringify(kept.map((job) => ({ ...job, failure: null }))),
    );
  }
}

function keyOf(issue: string): string {
  return `unmerges of ${issue}`;
}
