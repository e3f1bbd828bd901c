import { type Answer, ok, Refusal } from './answer.ts';
import { type Dataset, forgetHashes, type Issue } from './dataset.ts';
import type { SentryDialect } from './dialect.ts';
import { applyChange, log } from './issue-state.ts';

/**
 * `PUT …/hashes/?id=`: unmerge. The response comes before the move; all hashes are moved to one new issue, whose
 * ID is not returned. Hashes that are unknown or already being moved are ignored; 409 if none is left, or 200 if
 * the method is DELETE. Without hashes, 200 and nothing happens.
 */
export function unmerge(
  dataset: Dataset,
  issue: Issue,
  ids: readonly string[],
  dialect: SentryDialect,
): Answer {
  const { unmergeVerb } = dialect;
  if (ids.length === 0) {
    return { status: 200, body: '' };
  }
  const own = new Set(issue.events.map(({ hash }) => hash));
  const hashes = ids.filter((id) => own.has(id) && !issue.lockedHashes.has(id));
  if (hashes.length === 0 && unmergeVerb === 'DELETE') {
    return { status: 200, body: '' };
  }
  if (hashes.length === 0) {
    throw new Refusal(409, 'Already being unmerged');
  }
  for (const hash of hashes) {
    issue.lockedHashes.add(hash);
  }
  setTimeout(() => moveHashes(dataset, issue, hashes, dialect), dataset.unmergeDelayMs).unref();
  return { status: 202, body: '' };
}

function moveHashes(
  dataset: Dataset,
  issue: Issue,
  hashes: readonly string[],
  { bodies, hasActionLog }: SentryDialect,
): void {
  const moved = issue.events.filter(({ hash }) => hashes.includes(hash));
  const destination: Issue = {
    ...issue,
    id: String(1 + Math.max(...dataset.issues.map(({ id }) => Number(id)))),
    shortId: nextShortId(dataset, issue),
    events: moved,
    lockedHashes: new Set(),
    state: { ...issue.state, activity: [] },
  };
  dataset.issues.push(destination);
  const rest = issue.events.filter(({ hash }) => !hashes.includes(hash));
  issue.events.splice(0, issue.events.length, ...rest);
  for (const event of moved) {
    event.issue = destination;
  }
  for (const hash of hashes) {
    issue.lockedHashes.delete(hash);
  }
  forgetHashes(issue);
  log(issue, 'unmerge_source', {
    fingerprints: hashes,
    ...(hasActionLog
      ? { destination_id: Number(destination.id) }
      : { destination: bodies.issue(destination) }),
  });
  log(destination, 'unmerge_destination', {
    fingerprints: hashes,
    ...(hasActionLog ? { source_id: Number(issue.id) } : { source: bodies.issue(issue) }),
  });
}

const BASE_32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The next number of its project, in Crockford's base 32, as in Sentry. */
function nextShortId({ issues }: Dataset, { project, organization }: Issue): string {
  const numbers = issues
    .filter((issue) => issue.project === project && issue.organization === organization)
    .map(({ shortId }) => fromBase32(shortId.slice(shortId.lastIndexOf('-') + 1)));
  return `${project.toUpperCase()}-${toBase32(Math.max(...numbers) + 1)}`;
}

function fromBase32(text: string): number {
  return [...text].reduce((sum, digit) => sum * 32 + Math.max(0, BASE_32.indexOf(digit)), 0);
}

function toBase32(value: number): string {
  const rest = Math.floor(value / 32);
  return `${rest > 0 ? toBase32(rest) : ''}${BASE_32[value % 32] ?? ''}`;
}

/** `PUT …/issues/{issue}/` */
export function updateIssue(issue: Issue, change: unknown, { bodies }: SentryDialect): Answer {
  update([issue], change);
  return ok(bodies.issue(issue));
}

/** `POST …/issues/{issue}/comments/` */
export function addNote(issue: Issue, change: unknown): Answer {
  const text = isObject(change) && typeof change['text'] === 'string' ? change['text'] : '';
  if (text.trim() === '') {
    throw new Refusal(400, { text: ['This field may not be blank.'] });
  }
  if (
    issue.state.activity.some(
      ({ type, data }) => type === 'note' && 'text' in data && data.text === text,
    )
  ) {
    // Sentry serializes this body twice.
    const detail = 'You have already posted that comment.';
    const body = JSON.stringify(JSON.stringify({ detail }));
    return { status: 400, body, headers: { 'content-type': 'application/json' } };
  }
  return { status: 201, body: log(issue, 'note', { text }) };
}

function update(issues: readonly Issue[], change: unknown) {
  if (isObject(change)) {
    applyChange(issues, change);
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
