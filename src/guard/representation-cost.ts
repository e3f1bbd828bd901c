import { MAX_WALKED_HASHES } from '../loaders/hash-page.ts';
import { type EntityReference, readRepresentation } from '../resolvers/representation.ts';
import { MAX_EVENTS_PER_REQUEST } from '../sentry/events.ts';
import { MAX_HASHES_PER_PAGE } from '../sentry/hashes.ts';
import { isNumericId, MAX_ISSUES_PER_REQUEST } from '../sentry/issues.ts';
import type { Json } from '../sentry/json.ts';

/** What one group of references takes: they share requests as the loaders see to it. */
interface Group {
  readonly key: string;
  /** References that one request finds. */
  readonly size: number;
  /** Requests that finding each such lot takes. */
  readonly requests: number;
}

/**
 * Requests to Sentry that finding the objects of `_entities` takes. Ids that Sentry turns out not to
 * list, which are then looked up singly, are not counted; what names nothing costs nothing.
 */
export function requestsOfRepresentations(representations: readonly Json[]): number {
  const groups = new Map<string, { readonly group: Group; count: number }>();
  for (const representation of representations) {
    const group = groupOf(representation);
    if (group) {
      const known = groups.get(group.key);
      groups.set(group.key, { group, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...groups.values()].reduce(
    (sum, { group, count }) => sum + Math.max(1, Math.ceil(count / group.size)) * group.requests,
    0,
  );
}

function groupOf(representation: Json): Group | null {
  const reference = tryToRead(representation);
  if (!reference) {
    return null;
  }
  const { type: name, parts } = reference.named;
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
    requests: isWalked ? MAX_WALKED_HASHES / MAX_HASHES_PER_PAGE : 1,
  };
}

function tryToRead(representation: Json): EntityReference | null {
  try {
    return readRepresentation(representation);
  } catch {
    return null;
  }
}
