import DataLoader from 'dataloader';

/** What a DataLoader wants back: for each key its value, or the error that it alone failed with. */
export type Outcome<V> = V | Error;

/** Is told of each batch of a loader, by the loader's name and the number of its keys; does the work. */
export type ObserveBatch = <T>(loader: string, keys: number, work: () => Promise<T>) => Promise<T>;

type BatchLoad<K, V> = (keys: readonly K[]) => Promise<readonly Outcome<V>[]>;

/** A DataLoader's batch function that is observed. */
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

/** A loader of what no server gives several of: one request each, side by side, asked once. */
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
  /** Keys with the same group can be answered by one request. */
  readonly groupOf: (key: K) => string;
  /** Most keys of one request. */
  readonly maxSize: number;
  /** Answers one group, in the order of its keys; a rejection fails this group alone. */
  readonly load: (group: readonly [K, ...K[]]) => Promise<readonly Outcome<V>[]>;
}

/** A DataLoader's batch function that asks once for each group of keys, side by side. */
export function batchByGroup<K extends object, V>({ groupOf, maxSize, load }: GroupOptions<K, V>) {
  return async (keys: readonly K[]): Promise<readonly Outcome<V>[]> => {
    const outcomes = new Map<K, Outcome<V>>();
    await Promise.all(
      toGroups(keys, groupOf, maxSize).map(async (group) => {
        const answers = await load(group).catch((cause) => group.map(() => toError(cause)));
        group.forEach((key, index) => {
          const answer = answers[index];
          outcomes.set(key, answer === undefined ? new Error('A batch left a key out.') : answer);
        });
      }),
    );
    return keys.map((key) => outcomes.get(key) as Outcome<V>);
  };
}

export function toError(cause: unknown): Error {
  return cause instanceof Error
    ? cause
    : new Error('A value that is no error was thrown.', { cause });
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
