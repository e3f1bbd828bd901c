import type DataLoader from 'dataloader';
import { toKey } from '../key.ts';
import type { SentryApi } from '../sentry/api.ts';
import { hashOf } from '../sentry/hashes.ts';
import type { IssueRef } from '../sentry/issues.ts';
import { asText } from '../sentry/json.ts';
import { FIRST_PAGE } from '../sentry/row-page.ts';
import { createGroupLoader, type LoaderParts, type Outcome } from './batch.ts';
import type { IssueLoader } from './issue.ts';
import { createIssueHashesLoader, type IssueHashesLoader } from './issue-hashes.ts';

export interface HashKey {
  readonly organization: string;
  /** Slug or numeric ID. */
  readonly project: string;
  readonly hash: string;
}

/** Sentry silently ignores further hashes. */
export const MAX_HASHES_PER_REQUEST = 100;

interface Parts {
  readonly sentry: SentryApi;
  readonly issues: IssueLoader;
  readonly issueHashes: IssueHashesLoader;
}

/**
 * The issue of a hash of a project, or null. One request for 100 hashes of a project.
 *
 * Sentry returns issues, not pairs of hash and issue. For one hash that is enough. For several, the first page of
 * each found issue's hash list shows which are its own; hashes on none of these pages (their events are gone,
 * or they are far down the list) are requested again, in halves if some of them have issues. A request for
 * each hash was rejected as an alternative: Sentry allows five such requests a second.
 */
export function createIssueOfHashLoader(
  parts: LoaderParts & { readonly issue: IssueLoader },
): DataLoader<HashKey, IssueRef | null, string> {
  const { sentry, issue: issues } = parts;
  const issueHashes = createIssueHashesLoader(parts);
  return createGroupLoader<HashKey, IssueRef | null>(parts.observe, 'issueOfHash', {
    keyOf: ({ organization, project, hash }) => toKey(organization, project, hash),
    groupOf: ({ organization, project }) => toKey(organization, project),
    maxSize: MAX_HASHES_PER_REQUEST,
    load: async (keys) => {
      const hashes = keys.map(({ hash }) => hash);
      const found = await match({ sentry, issues, issueHashes }, false, keys[0], hashes);
      return keys.map(({ hash }): Outcome<IssueRef | null> => found.get(hash) ?? null);
    },
  });
}

type Matches = ReadonlyMap<string, IssueRef>;

async function match(
  parts: Parts,
  isFallback: boolean,
  project: Omit<HashKey, 'hash'>,
  hashes: readonly string[],
): Promise<Matches> {
  const candidates = await findIssues(parts, isFallback, project, hashes);
  const [candidate] = candidates;
  const [hash, ...more] = hashes;
  if (candidate === undefined || hash === undefined) {
    return new Map();
  }
  if (more.length === 0) {
    return new Map([[hash, candidate]]);
  }
  const listed = await readHashLists(parts, candidates);
  const matches = new Map(
    hashes.flatMap((each): [string, IssueRef][] => {
      const issue = listed.get(each);
      return issue ? [[each, issue]] : [];
    }),
  );
  const rest = hashes.filter((each) => !matches.has(each));
  const middle = Math.ceil(rest.length / 2);
  // All at once if they are fewer than before: often none of them has an issue.
  const parcels =
    rest.length < hashes.length ? [rest] : [rest.slice(0, middle), rest.slice(middle)];
  const others = await Promise.all(
    parcels.filter(({ length }) => length > 0).map((parcel) => match(parts, true, project, parcel)),
  );
  return new Map([...matches, ...others.flatMap((other) => [...other])]);
}

async function findIssues(
  { sentry, issues }: Parts,
  isFallback: boolean,
  project: Omit<HashKey, 'hash'>,
  hashes: readonly string[],
): Promise<readonly IssueRef[]> {
  const { organization } = project;
  const bodies = await sentry.listIssuesOfHashes({
    organization,
    project: project.project,
    hashes,
    isFallback,
  });
  return bodies.flatMap((body) => {
    issues.prime(organization, body);
    const issue = asText(body.id);
    return issue === null ? [] : [{ organization, issue, listed: body }];
  });
}

/** The issue of each hash on the first page of each issue's list. */
async function readHashLists(
  { issueHashes }: Parts,
  issues: readonly IssueRef[],
): Promise<Matches> {
  const pages = await Promise.all(
    issues.map((list) =>
      issueHashes.load({ list, start: FIRST_PAGE, limit: 100, isFull: false, isFallback: true }),
    ),
  );
  return new Map(
    pages.flatMap(({ rows }, index) =>
      rows.map(({ row }): [string, IssueRef] => [hashOf(row), issues[index] as IssueRef]),
    ),
  );
}
