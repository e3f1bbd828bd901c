/** How many objects a selection is read for at most, and how many different ones they belong to, by type. */
export interface Parents {
  readonly count: number;
  /** In how many places of the response they can be: the same object can be in several. */
  readonly places: number;
  readonly owners: ReadonlyMap<string, number>;
  /** In how many batches they are resolved together, at most 100 in each; as many as there are by default. */
  readonly batches?: number | undefined;
  /** They arrive with the fields that share a request. @default false */
  readonly haveSharedFields?: boolean;
}

/** From the outside in: an object belongs to one object at most of each type before its own. */
const OWNERS = ['Organization', 'Project', 'Issue', 'IssueHash', 'Event'];

export const ROOT: Parents = { count: 1, places: 1, owners: new Map() };

/** The parents of what is selected below a field of this type that is read for each of some parents. */
export function childrenOf({ owners, places }: Parents, type: string, count: number): Parents {
  const rank = OWNERS.indexOf(type);
  if (rank < 0) {
    return { count, places, owners };
  }
  const kept = OWNERS.slice(0, rank).map(
    (owner) => [owner, Math.min(owners.get(owner) ?? count, count)] as const,
  );
  return { count, places, owners: new Map([...kept, [type, count]]) };
}

/**
 * How many different objects of a type a field returns, if it returns one for each parent. 100 hashes of one issue have
 * one `issue`, which loaders request once.
 */
export function countTargets({ count, owners }: Parents, type: string): number {
  return Math.min(count, owners.get(type) ?? count);
}
