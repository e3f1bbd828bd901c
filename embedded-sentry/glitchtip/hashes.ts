import type { Answer } from '../answer.ts';
import { hashesOf, type Issue, type StoredEvent } from '../dataset.ts';
import { eventBody } from './bodies.ts';
import { invalid, type PagedCall, pageAnswer } from './cursor-pages.ts';

interface HashRow {
  readonly hash: string;
  readonly latest: StoredEvent;
}

/** Rows of `IssueHash` that were deleted: their events stay, and are no longer found by them. */
const deleted = new WeakMap<Issue, Set<string>>();

/** `GET …/hashes/`: the table of hashes, in the order of their values, an event or null with each. */
export function listHashes(issue: Issue | undefined, call: PagedCall): Answer {
  const gone = issue && deleted.get(issue);
  const items = issue ? hashesOf(issue).filter(({ hash }) => !gone?.has(hash)) : [];
  return pageAnswer<HashRow>(
    {
      items: [...items].sort((one, other) => (one.hash < other.hash ? -1 : 1)),
      positionOf: ({ hash }) => toUuid(hash),
    },
    call,
    ({ hash, latest }) => ({ id: hash, latestEvent: eventBody(latest) }),
  );
}

/** `DELETE …/hashes/?id=`: unmerge. Values of other issues are passed over without a word. */
export function deleteHashes(issue: Issue | undefined, ids: readonly string[]): Answer {
  if (ids.length === 0) {
    return invalid('id', 'Field required', 'missing');
  }
  if (issue) {
    const gone = deleted.get(issue) ?? new Set();
    deleted.set(issue, gone);
    for (const id of ids) {
      gone.add(id.replaceAll('-', '').toLowerCase());
    }
  }
  return { status: 202, body: '' };
}

function toUuid(hash: string): string {
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
