import { type GlobalId, readGlobalId } from '../../global-id.ts';
import { MAX_WALKED_PAGES } from '../../loaders/row-list.ts';
import { readRepresentation } from '../../resolvers/representation.ts';
import { MAX_EVENTS_PER_REQUEST } from '../../sentry/events.ts';
import { isNumericId, MAX_ISSUES_PER_REQUEST } from '../../sentry/issues.ts';
import type { Json } from '../../sentry/json.ts';

/** What one group of references takes: they share requests as the loaders see to it. */
interface Group {
  readonly key: string;
  /** References that one request finds. */
  readonly size: number;
  /** Requests that finding each such lot takes. */
  readonly requests: number;
}

/**
 * What a field's arguments name, or null for one that does not find objects so: `Query.node`, `nodes`
 * and `_entities` do. No `@cost` can say what they take together.
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
 * Requests to Sentry that finding these objects takes, all of one operation together. IDs that
 * Sentry turns out not to list, which are then looked up singly, are not counted: the budget while
 * the operation runs has an eye on those.
 */
export function requestsOfReferences(references: readonly GlobalId[]): number {
  const groups = new Map<string, { readonly group: Group; count: number }>();
  for (const reference of references) {
    const group = groupOf(reference);
    const known = groups.get(group.key);
    groups.set(group.key, { group, count: (known?.count ?? 0) + 1 });
  }
  return [...groups.values()].reduce(
    (sum, { group, count }) => sum + Math.max(1, Math.ceil(count / group.size)) * group.requests,
    0,
  );
}

function groupOf({ type: name, parts }: GlobalId): Group {
  const [organization = '', issue = ''] = parts;
  if (name === 'Issue' && isNumericId(issue)) {
    return { key: `Issue/${organization}`, size: MAX_ISSUES_PER_REQUEST, requests: 1 };
  }
  if (name === 'Event' && parts.length > 2) {
    const key = `Event/${organization}/${issue}`;
    return { key, size: MAX_EVENTS_PER_REQUEST, requests: 1 };
  }
  const isWalked = name === 'IssueHash';
  return {
    key: isWalked ? `IssueHash/${organization}/${issue}` : `${name}/${parts.join('/')}`,
    size: Number.POSITIVE_INFINITY, // the same again is found with the first
    requests: isWalked ? MAX_WALKED_PAGES : 1,
  };
}

/** What names nothing costs nothing: its field fails without a request. */
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
