import DataLoader from 'dataloader';

/** The result of a batch function: for each key its value or its own error. */
export type Outcome<V> = V | Error;

/** Called for each batch with the loader's name and the number of keys; runs `work`. */
export type ObserveBatch = <T>(loader: string, keys: number, work: () => Promise<T>) => Promise<T>;

type BatchLoad<K, V> = (keys: readonly K[]) => Promise<readonly Outcome<V>[]>;

/** Wraps a batch function with an observer. */
export function observed<K, V>(
  observe: ObserveBatch,
  loader: string,
  load: BatchLoad<K, V>,
): BatchLoad<K, V> {
  return (keys) => observe(loader, keys.length, () => load(keys));
}

export interface SingleOptions<K, V> {
  readonly keyOf: (key: K) => string;
  readonly load: (key: K) => Promise<V>;
}

/** For objects that no server returns in batches: one request each, in parallel, each key once. */
export function createSingleLoader<K, V>(
  observe: ObserveBatch,
  name: string,
  { keyOf, load }: SingleOptions<K, V>,
): DataLoader<K, V, string> {
  return new DataLoader<K, V, string>(
    observed(observe, name, (keys) => Promise.all(keys.map((key) => load(key).catch(toError)))),
    { cacheKeyFn: keyOf },
  );
}

export interface GroupOptions<K, V> {
  /** Keys of one group share a request. */
  readonly groupOf: (key: K) => string;
  readonly maxSize: number;
  /** Loads one group, in the order of its keys; a rejection fails only this group. */
  readonly load: (group: readonly [K, ...K[]]) => Promise<readonly Outcome<V>[]>;
}

/** A batch function with one request for each group of keys, in parallel. */
export function batchByGroup<K extends object, V>({ groupOf, maxSize, load }: GroupOptions<K, V>) {
  return async (keys: readonly K[]): Promise<readonly Outcome<V>[]> => {
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
  };
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
