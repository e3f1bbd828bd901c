import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { commitMutation, graphql, useRelayEnvironment } from 'react-relay';
import type { useUnmergeMutation } from '../__generated__/useUnmergeMutation.graphql.ts';
import { type RequestFailure, toFailure } from '../relay/request.ts';
import { keepJobs, readJobs, type UnmergedHash, type UnmergeJob } from './jobs.ts';
import { type Progress, readProgress } from './read-progress.ts';
import { removeFromList } from './remove-from-list.ts';

export interface Unmerge {
  readonly jobs: readonly UnmergeJob[];
  /** Hashes whose unmerge is in progress. */
  readonly unmerging: ReadonlySet<string>;
  begin(hashes: readonly UnmergedHash[], all: boolean): void;
  /** Polls again after `slow`. */
  watch(job: UnmergeJob): void;
  dismiss(job: UnmergeJob): void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;
/** Sentry moves events in batches of 500; an unmerge that takes longer than this may have failed. */
const POLLING_TIMEOUT_MS = 120_000;

/**
 * Unmerges hashes, polls until the issue no longer lists them, and then removes them from the list.
 *
 * @param issue global ID
 * @param connection the store's ID of the list
 */
export function useUnmerge({ issue, connection }: { issue: string; connection: string }): Unmerge {
  const environment = useRelayEnvironment();
  const [jobs, setJobs] = useState(() => readJobs(issue));
  const unmounted = useRef(new AbortController());
  useEffect(() => keepJobs(issue, jobs), [issue, jobs]);

  const change = useCallback((key: string, part: Partial<UnmergeJob>) => {
    setJobs((known) => known.map((job) => (job.key === key ? { ...job, ...part } : job)));
  }, []);

  const watch = useCallback(
    async ({ key, hashes }: UnmergeJob) => {
      change(key, { phase: 'moving', failure: null });
      try {
        const read = () => readProgress(environment, issue, hashes);
        for await (const { moved, destination } of poll(read, unmounted.current.signal)) {
          change(key, { moved, ...(destination && { destination }) });
          if (moved.length === hashes.length) {
            change(key, { phase: 'done' });
            removeFromList(environment, connection, new Set(moved));
            return;
          }
        }
        if (!unmounted.current.signal.aborted) {
          change(key, { phase: 'slow' });
        }
      } catch (error) {
        change(key, { phase: 'slow', failure: toFailure(error) });
      }
    },
    [environment, issue, connection, change],
  );

  useEffect(() => {
    unmounted.current = new AbortController();
    return () => unmounted.current.abort();
  }, []);
  // After a reload.
  useEffect(() => {
    for (const job of readJobs(issue)) {
      if (job.phase !== 'done') {
        void watch(job);
      }
    }
  }, [issue, watch]);

  const begin = useCallback(
    (selected: readonly UnmergedHash[], all: boolean) => {
      const job: UnmergeJob = {
        key: selected.map(({ hash }) => hash).join(' '),
        hashes: selected.map(({ id, hash }) => ({ id, hash })),
        moved: [],
        destination: null,
        phase: 'sending',
        failure: null,
      };
      // A job of the same hashes that was refused gives way to the new attempt.
      setJobs((known) => [...known.filter(({ key }) => key !== job.key), job]);
      const fail = (failure: RequestFailure) =>
        change(job.key, { phase: isUnanswered(failure) ? 'slow' : 'refused', failure });
      commitMutation<useUnmergeMutation>(environment, {
        mutation: MUTATION,
        variables: { input: { issue, hashes: job.hashes.map(({ hash }) => hash), all } },
        onCompleted: () => void watch(job),
        onError: (error) => fail(toFailure(error)),
      });
    },
    [environment, issue, change, watch],
  );

  const unmerging = useMemo(
    () =>
      new Set(
        jobs
          .filter(({ phase }) => phase !== 'refused' && phase !== 'done')
          .flatMap(({ hashes }) => hashes.map(({ hash }) => hash)),
      ),
    [jobs],
  );
  const dismiss = useCallback(
    (job: UnmergeJob) => setJobs((known) => known.filter(({ key }) => key !== job.key)),
    [],
  );
  return { jobs, unmerging, begin, watch: (job) => void watch(job), dismiss };
}

/** Without a response of Sentry, which may have accepted the unmerge all the same. */
function isUnanswered({ code }: RequestFailure): boolean {
  return /^(?:OFFLINE|CANCELLED|UPSTREAM_.*|HTTP .*)$/.test(code);
}

/** Reads at growing intervals, until the timeout. */
async function* poll(read: () => Promise<Progress>, signal: AbortSignal): AsyncGenerator<Progress> {
  const until = Date.now() + POLLING_TIMEOUT_MS;
  for (let waitMs = FIRST_WAIT_MS; Date.now() < until; waitMs *= 1.5) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(waitMs, LONGEST_WAIT_MS)));
    if (signal.aborted) {
      return;
    }
    yield await read();
  }
}

const MUTATION = graphql`
  mutation useUnmergeMutation($input: UnmergeIssueHashesInput!) {
    unmergeIssueHashes(input: $input) {
      accepted
    }
  }
`;
