import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { commitMutation, graphql, useRelayEnvironment } from 'react-relay';
import type { IEnvironment } from 'relay-runtime';
import type { useUnmergeMutation } from '../__generated__/useUnmergeMutation.graphql.ts';
import { type RequestFailure, toFailure } from '../relay/request.ts';
import { findGone } from './find-gone.ts';
import { removeFromList } from './remove-from-list.ts';

interface LeavingHash {
  /** Global ID. */
  readonly id: string;
  readonly hash: string;
}

/** Hashes that were asked to leave the issue together. */
export interface UnmergeJob {
  readonly key: number;
  readonly hashes: readonly LeavingHash[];
  /** Global IDs of those that the issue lists no more. */
  readonly gone: ReadonlySet<string>;
  /** `slow`: it was accepted, and is watched no more, as nothing happens or Sentry cannot be asked. */
  readonly phase: 'asking' | 'moving' | 'done' | 'slow' | 'refused';
  readonly failure: RequestFailure | null;
}

export interface Unmerge {
  readonly jobs: readonly UnmergeJob[];
  /** Global IDs of hashes that are on their way. */
  readonly leaving: ReadonlySet<string>;
  /** How many have left since the page was opened. */
  readonly goneCount: number;
  begin(hashes: readonly LeavingHash[], all: boolean): void;
  /** Goes on watching a job that was slow. */
  watch(job: UnmergeJob): void;
  dismiss(job: UnmergeJob): void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;
/** Sentry moves events in batches of 500; what takes longer than this may have stopped. */
const PATIENCE_MS = 120_000;

/**
 * Unmerges hashes, watches until the issue lists them no more, and takes them out of the list then.
 *
 * @param issue global ID
 * @param connection the store's ID of the list
 */
export function useUnmerge({ issue, connection }: { issue: string; connection: string }): Unmerge {
  const environment = useRelayEnvironment();
  const [jobs, setJobs] = useState<readonly UnmergeJob[]>([]);
  const [goneCount, setGoneCount] = useState(0);
  const nextKey = useRef(1);
  const left = useRef(new AbortController());
  useEffect(() => {
    left.current = new AbortController();
    return () => left.current.abort();
  }, []);

  const change = useCallback((key: number, part: Partial<UnmergeJob>) => {
    setJobs((known) => known.map((job) => (job.key === key ? { ...job, ...part } : job)));
  }, []);

  const watch = useCallback(
    async ({ key, hashes }: UnmergeJob) => {
      change(key, { phase: 'moving', failure: null });
      try {
        for await (const gone of watchLeave(environment, hashes, left.current.signal)) {
          change(key, { gone });
          if (gone.size === hashes.length) {
            change(key, { phase: 'done' });
            setGoneCount((count) => count + gone.size);
            removeFromList(environment, connection, gone);
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
    (picked: readonly LeavingHash[], all: boolean) => {
      const job: UnmergeJob = {
        key: nextKey.current,
        hashes: picked.map(({ id, hash }) => ({ id, hash })),
        gone: new Set(),
        phase: 'asking',
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

  const leaving = useMemo(
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
  return { jobs, leaving, goneCount, begin, watch: (job) => void watch(job), dismiss };
}

/** Which hashes have left, asked ever more rarely; ends when all have or patience has. */
async function* watchLeave(
  environment: IEnvironment,
  hashes: readonly LeavingHash[],
  signal: AbortSignal,
): AsyncGenerator<ReadonlySet<string>> {
  const until = Date.now() + PATIENCE_MS;
  for (let waitMs = FIRST_WAIT_MS; Date.now() < until; waitMs *= 1.5) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(waitMs, LONGEST_WAIT_MS)));
    if (signal.aborted) {
      return;
    }
    yield await findGone(
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
