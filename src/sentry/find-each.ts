import type { Outcomes } from './api.ts';

/** Maximum of these requests in flight for one list of IDs. */
const MAX_AT_ONCE = 10;

/** The outcome of one request for each ID. */
export async function findEach<V>(
  ids: readonly string[],
  find: (id: string) => Promise<V>,
): Promise<Outcomes<V>> {
  const outcomes = new Map<string, V | Error>();
  const waiting = ids.values();
  const work = async () => {
    for (const id of waiting) {
      outcomes.set(id, await find(id).catch((error: Error) => error));
    }
  };
  await Promise.all(Array.from({ length: MAX_AT_ONCE }, work));
  return outcomes;
}
