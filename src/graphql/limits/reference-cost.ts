import { type GlobalId, readGlobalId } from '../../global-id.ts';
import { MAX_WALKED_PAGES } from '../../loaders/row-list.ts';
import { readRepresentation } from '../../resolvers/representation.ts';
import { MAX_EVENTS_PER_REQUEST } from '../../sentry/events.ts';
import { isNumericId, MAX_ISSUES_PER_REQUEST } from '../../sentry/issues.ts';
import type { Json } from '../../sentry/json.ts';

export interface Reference {
  readonly id: GlobalId;
  /** Of an event: a full one is needed. */
  readonly isFull: boolean;
}

/** References that share requests. */
interface Group {
  readonly key: string;
  /** Maximum references in one batch. */
  readonly size: number;
  /** Requests for each batch. */
  readonly requests: number;
}

/**
 * The objects in the arguments of `Query.node`, `nodes` and `_entities`; null for other fields. `@cost`
 * cannot express their common cost.
 */
export function referencesOf(
  field: string,
  { id, ids, representations }: Readonly<Record<string, unknown>>,
): readonly GlobalId[] | null {
  if (field === 'node' && id !== undefined) {
    return readId(id);
  }
  if (field === 'nodes' && Array.isArray(ids)) {
    return ids.flatMap(readId);
  }
  return field === '_entities' && Array.isArray(representations)
    ? representations.flatMap(readEntity)
    : null;
}

/**
 * Requests for finding all references of one operation. Fallback requests, for IDs that Sentry's list
 * leaves out, are not included: the request budget limits them during execution.
 */
export function requestsOfReferences(
  references: readonly Reference[],
  fullPageRows: number,
): number {
  const groups = new Map<string, { readonly group: Group; count: number }>();
  for (const reference of references) {
    const group = groupOf(reference, fullPageRows);
    const known = groups.get(group.key);
    groups.set(group.key, { group, count: (known?.count ?? 0) + 1 });
  }
  return [...groups.values()].reduce(
    (sum, { group, count }) => sum + Math.max(1, Math.ceil(count / group.size)) * group.requests,
    0,
  );
}

function groupOf({ id: { type: name, parts }, isFull }: Reference, fullPageRows: number): Group {
  const [organization = '', issue = ''] = parts;
  if (name === 'Issue' && isNumericId(issue)) {
    return { key: `Issue/${organization}`, size: MAX_ISSUES_PER_REQUEST, requests: 1 };
  }
  if (name === 'Event' && parts.length > 2) {
    const key = `Event/${organization}/${issue}`;
    return { key, size: isFull ? fullPageRows : MAX_EVENTS_PER_REQUEST, requests: 1 };
  }
  const isWalked = name === 'IssueHash';
  return {
    key: isWalked ? `IssueHash/${organization}/${issue}` : `${name}/${parts.join('/')}`,
    size: Number.POSITIVE_INFINITY, // equal references share one request
    requests: isWalked ? MAX_WALKED_PAGES : 1,
  };
}

/** An invalid ID costs nothing: its field fails without a request. */
function readId(id: unknown): readonly GlobalId[] {
  const named = readGlobalId(String(id));
  return named ? [named] : [];
}

function readEntity(representation: Json): readonly GlobalId[] {
  try {
    return [readRepresentation(representation).named];
  } catch {
    return [];
  }
}
