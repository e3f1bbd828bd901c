import DataLoader from 'dataloader';
import type { SentryApi } from '../sentry/api.ts';

/** The result of a batch function: for each key its value or its own error. */
export type Outcome<V> = V | Error;

/** Called for each batch with the loader's name and the number of keys; runs `work`. */
export type ObserveBatch = <T>(loader: string, keys: number, work: () => Promise<T>) => Promise<T>;

/** What the loaders of one operation use. */
export interface LoaderParts {
  readonly sentry: SentryApi;
  readonly observe: ObserveBatch;
}

interface SingleOptions<K, V> {
  readonly keyOf: (key: K) => string;
  readonly load: (key: K) => Promise<V>;
}

/** For objects that no server returns in batches: one request each, in parallel, each key once. */
export function createSingleLoader<K, V>(
  observe: ObserveBatch,
  name: string,
  { keyOf, load }: SingleOptions<K, V>,
): DataLoader<K, V, string> {
  const loadAll = (keys: readonly K[]) => Promise.all(keys.map((key) => load(key).catch(toError)));
  return new DataLoader<K, V, string>((keys) => observe(name, keys.length, () => loadAll(keys)), {
    cacheKeyFn: keyOf,
  });
}

interface GroupOptions<K, V> {
  readonly keyOf: (key: K) => string;
  /** Keys of one group share a request. */
  readonly groupOf: (key: K) => string;
  /** @default no limit */
  readonly maxSize?: number;
  /** Loads one group, in the order of its keys; a rejection fails only this group. */
  readonly load: (group: readonly [K, ...K[]]) => Promise<readonly Outcome<V>[]>;
  readonly cacheMap?: Map<string, Promise<V>>;
}

/** One request for each group of keys, in parallel, each key once. */
export function createGroupLoader<K extends object, V>(
  observe: ObserveBatch,
  name: string,
  { keyOf, groupOf, maxSize = Number.POSITIVE_INFINITY, load, cacheMap }: GroupOptions<K, V>,
): DataLoader<K, V, string> {
  async function loadGroups(keys: readonly K[]): Promise<readonly Outcome<V>[]> {
    const outcomes = new Map<K, Outcome<V>>();
    await Promise.all(
      toGroups(keys, groupOf, maxSize).map(async (group) => {
        const answers = await load(group).catch((cause) => group.map(() => toError(cause)));
        group.forEach((key, index) => {
          const answer = answers[index];
          outcomes.set(
            key,
            answer === undefined
              ? new Error('A batch function returned no value for a key.')
              : answer,
          );
        });
      }),
    );
    return keys.map((key) => outcomes.get(key) as Outcome<V>);
  }
  return new DataLoader<K, V, string>(
    (keys) => observe(name, keys.length, () => loadGroups(keys)),
    {
      cacheKeyFn: keyOf,
      ...(cacheMap && { cacheMap }),
    },
  );
}

export function toError(cause: unknown): Error {
  return cause instanceof Error
    ? cause
    : new Error('A value that is not an error was thrown.', { cause });
}

function toGroups<K>(
  keys: readonly K[],
  groupOf: (key: K) => string,
  maxSize: number,
): readonly [K, ...K[]][] {
  const groups: [K, ...K[]][] = [];
  const open = new Map<string, [K, ...K[]]>();
  for (const key of keys) {
    const name = groupOf(key);
    const group = open.get(name);
    if (group && group.length < maxSize) {
      group.push(key);
    } else {
      const fresh: [K, ...K[]] = [key];
      groups.push(fresh);
      open.set(name, fresh);
    }
  }
  return groups;
}
