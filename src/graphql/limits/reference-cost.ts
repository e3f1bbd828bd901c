import { type GlobalId, readGlobalId } from '../../global-id.ts';
import { toKey } from '../../key.ts';
import { MAX_WALKED_PAGES } from '../../loaders/row-list.ts';
import { EVENT_OF_PROJECT } from '../../resolvers/event.ts';
import {
  admitRepresentation,
  readRepresentation,
  referenceKey,
} from '../../resolvers/representation.ts';
import { MAX_EVENTS_PER_REQUEST } from '../../sentry/events.ts';
import { isNumericId, MAX_ISSUES_PER_REQUEST } from '../../sentry/issues.ts';
import type { Json } from '../../sentry/json.ts';
import { childrenOf, type Parents, ROOT } from './parents.ts';

export interface Reference {
  readonly id: GlobalId;
  /** Of an event: a full one is needed. */
  isFull: boolean;
}

/** References that share requests. */
interface Group {
  readonly key: string;
  /** Maximum references in one batch. */
  readonly size: number;
  /** Requests for each batch. */
  readonly requests: number;
}

/** The objects that an operation refers to in the arguments of `Query.node`, `nodes` and `_entities`. */
export class References {
  readonly #found = new Map<string, Reference>();
  readonly #represented = new Set<string>();
  readonly #maxRepresentations: number;
  readonly #fullPageRows: number;
  readonly #typePrefix: string | undefined;

  constructor({
    maxRepresentations = Number.POSITIVE_INFINITY,
    fullPageRows,
    typePrefix,
  }: ReferencesOptions) {
    this.#maxRepresentations = maxRepresentations;
    this.#fullPageRows = fullPageRows;
    this.#typePrefix = typePrefix;
  }

  /** Each object that the arguments of a field refer to, once; null for other fields. */
  read(field: string, args: Readonly<Record<string, unknown>>): readonly Reference[] | null {
    const named = readReferences(field, args, this.#typePrefix);
    if (named === null) {
      return null;
    }
    const distinct = new Map(named.map((id) => [referenceKey(id), id]));
    return [...distinct].flatMap(([key, id]) =>
      field === '_entities' &&
      !admitRepresentation(this.#represented, key, this.#maxRepresentations)
        ? []
        : [this.#keep(key, id)],
    );
  }

  #keep(key: string, id: GlobalId): Reference {
    const reference = this.#found.get(key) ?? { id, isFull: false };
    this.#found.set(key, reference);
    return reference;
  }

  /**
   * Requests for finding all of them; `@cost` cannot express that they share requests. Fallback requests, for IDs
   * that Sentry's list leaves out, are not included: the request budget limits them during execution.
   */
  countRequests(): number {
    const groups = new Map<string, { readonly group: Group; count: number }>();
    for (const reference of this.#found.values()) {
      const group = groupOf(reference, this.#fullPageRows);
      const known = groups.get(group.key);
      groups.set(group.key, {
        // Events of an issue are requested in one batch, full ones if any of them has to be.
        group: known && known.group.size < group.size ? known.group : group,
        count: (known?.count ?? 0) + 1,
      });
    }
    return [...groups.values()].reduce(
      (sum, { group, count }) => sum + Math.max(1, Math.ceil(count / group.size)) * group.requests,
      0,
    );
  }
}

interface ReferencesOptions {
  readonly maxRepresentations?: number;
  readonly fullPageRows: number;
  readonly typePrefix?: string | undefined;
}

interface ReferencesOfType {
  readonly type: string;
  readonly references: readonly Reference[];
  /** The parents of what is selected below them. */
  readonly parents: Parents;
}

export function groupByType(references: readonly Reference[]): readonly ReferencesOfType[] {
  const byType = new Map<string, Reference[]>();
  for (const reference of references) {
    const type = reference.id.type === EVENT_OF_PROJECT ? 'Event' : reference.id.type;
    const ofType = byType.get(type) ?? [];
    byType.set(type, ofType);
    ofType.push(reference);
  }
  return [...byType].map(([type, ofType]) => ({
    type,
    references: ofType,
    parents: childrenOf({ ...ROOT, owners: ownersOf(ofType) }, type, ofType.length),
  }));
}

/** The names of an object begin with those of what it belongs to. */
function ownersOf(references: readonly Reference[]): Parents['owners'] {
  const organizations = new Set(references.map(({ id }) => id.parts[0]));
  const issues = new Set(references.map(({ id }) => issueOf(id)));
  return new Map([
    ['Organization', organizations.size],
    ['Issue', issues.size],
  ]);
}

/** The key of the issue that a hash or event belongs to; of the object itself where that is not known. */
function issueOf({ type, parts }: GlobalId): string {
  const hasIssue = parts.length > 2 && type !== EVENT_OF_PROJECT;
  return toKey(...(hasIssue ? parts.slice(0, 2) : parts));
}

function readReferences(
  field: string,
  { id, ids, representations }: Readonly<Record<string, unknown>>,
  typePrefix: string | undefined,
): readonly GlobalId[] | null {
  if (field === 'node' && id !== undefined) {
    return readId(id);
  }
  if (field === 'nodes' && Array.isArray(ids)) {
    return ids.flatMap(readId);
  }
  return field === '_entities' && Array.isArray(representations)
    ? representations.flatMap((each) => readEntity(each, typePrefix))
    : null;
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

function readEntity(representation: Json, typePrefix: string | undefined): readonly GlobalId[] {
  try {
    return [readRepresentation(representation, typePrefix).named];
  } catch {
    return [];
  }
}
