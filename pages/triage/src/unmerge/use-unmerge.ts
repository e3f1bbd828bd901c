import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { commitMutation, graphql, useRelayEnvironment } from 'react-relay';
import type { IEnvironment } from 'relay-runtime';
import type { useUnmergeMutation } from '../__generated__/useUnmergeMutation.graphql.ts';
import { type RequestFailure, toFailure } from '../relay/request.ts';
import { findMoved } from './find-moved.ts';
import { removeFromList } from './remove-from-list.ts';

interface UnmergedHash {
  /** Global ID. */
  readonly id: string;
  readonly hash: string;
}

/** One unmerge of several hashes. */
export interface UnmergeJob {
  readonly key: number;
  readonly hashes: readonly UnmergedHash[];
  /** Global IDs of hashes that the issue no longer lists. */
  readonly moved: ReadonlySet<string>;
  /** `slow`: accepted, but polling has stopped, because Sentry takes too long or a request failed. */
  readonly phase: 'sending' | 'moving' | 'done' | 'slow' | 'refused';
  readonly failure: RequestFailure | null;
}

export interface Unmerge {
  readonly jobs: readonly UnmergeJob[];
  /** Global IDs of hashes whose unmerge is in progress. */
  readonly unmerging: ReadonlySet<string>;
  /** Hashes moved since the page was opened. */
  readonly movedCount: number;
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
  const [jobs, setJobs] = useState<readonly UnmergeJob[]>([]);
  const [movedCount, setMovedCount] = useState(0);
  const nextKey = useRef(1);
  const unmounted = useRef(new AbortController());
  useEffect(() => {
    unmounted.current = new AbortController();
    return () => unmounted.current.abort();
  }, []);

  const change = useCallback((key: number, part: Partial<UnmergeJob>) => {
    setJobs((known) => known.map((job) => (job.key === key ? { ...job, ...part } : job)));
  }, []);

  const watch = useCallback(
    async ({ key, hashes }: UnmergeJob) => {
      change(key, { phase: 'moving', failure: null });
      try {
        for await (const moved of pollMoved(environment, hashes, unmounted.current.signal)) {
          change(key, { moved });
          if (moved.size === hashes.length) {
            change(key, { phase: 'done' });
            setMovedCount((count) => count + moved.size);
            removeFromList(environment, connection, moved);
            return;
          }
        }
        change(key, { phase: 'slow' });
      } catch (error) {
        change(key, { phase: 'slow', failure: toFailure(error) });
      }
    },
    [environment, connection, change],
  );

  const begin = useCallback(
    (selected: readonly UnmergedHash[], all: boolean) => {
      const job: UnmergeJob = {
        key: nextKey.current,
        hashes: selected.map(({ id, hash }) => ({ id, hash })),
        moved: new Set(),
        phase: 'sending',
        failure: null,
      };
      nextKey.current += 1;
      setJobs((known) => [...known, job]);
      const refuse = (failure: RequestFailure) => change(job.key, { phase: 'refused', failure });
      commitMutation<useUnmergeMutation>(environment, {
        mutation: MUTATION,
        variables: { input: { issue, hashes: job.hashes.map(({ hash }) => hash), all } },
        onCompleted: () => void watch(job),
        onError: (error) => refuse(toFailure(error)),
      });
    },
    [environment, issue, change, watch],
  );

  const unmerging = useMemo(
    () =>
      new Set(
        jobs
          .filter(({ phase }) => phase !== 'refused' && phase !== 'done')
          .flatMap(({ hashes }) => hashes.map(({ id }) => id)),
      ),
    [jobs],
  );
  const dismiss = useCallback(
    (job: UnmergeJob) => setJobs((known) => known.filter(({ key }) => key !== job.key)),
    [],
  );
  return { jobs, unmerging, movedCount, begin, watch: (job) => void watch(job), dismiss };
}

/** Polls at growing intervals, until the timeout. */
async function* pollMoved(
  environment: IEnvironment,
  hashes: readonly UnmergedHash[],
  signal: AbortSignal,
): AsyncGenerator<ReadonlySet<string>> {
  const until = Date.now() + POLLING_TIMEOUT_MS;
  for (let waitMs = FIRST_WAIT_MS; Date.now() < until; waitMs *= 1.5) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(waitMs, LONGEST_WAIT_MS)));
    if (signal.aborted) {
      return;
    }
    yield await findMoved(
      environment,
      hashes.map(({ id }) => id),
    );
  }
}

const MUTATION = graphql`
  mutation useUnmergeMutation($input: UnmergeIssueHashesInput!) {
    unmergeIssueHashes(input: $input) {
      accepted
    }
  }
`;
