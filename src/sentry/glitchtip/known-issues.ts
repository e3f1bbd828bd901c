import { toPage } from '../answers.ts';
import { endpoints } from '../endpoints.ts';
import { SentryError } from '../errors.ts';
import type { IssueRef } from '../issues.ts';
import { asString, asText, type JsonObject } from '../json.ts';
import type { SentryClient } from '../server-kind.ts';
import type { IssueJson } from '../shapes/issue.ts';
import { refuseShortId } from './words.ts';

/*
 * GlitchTip finds one issue by a path without an organization: it returns any issue that the token may read. So an
 * issue is searched in its organization's list, once in an operation; one that a list returned is not searched again.
 */

const MAX_ISSUES_PER_REQUEST = 100;

/** The issues of one organization that one operation has searched; those searched at once share a request. */
class Lookup {
  readonly #list: (ids: readonly string[]) => Promise<readonly IssueJson[]>;
  readonly #found = new Map<string, Promise<IssueJson | null>>();
  #batch: { readonly ids: string[]; readonly answer: Promise<readonly IssueJson[]> } | null = null;

  constructor(list: (ids: readonly string[]) => Promise<readonly IssueJson[]>) {
    this.#list = list;
  }

  load(id: string): Promise<IssueJson | null> {
    const known = this.#found.get(id) ?? this.#search(id);
    this.#found.set(id, known);
    return known;
  }

  keep(issue: IssueJson): void {
    this.#found.set(asText(issue.id) ?? '', Promise.resolve(issue));
  }

  async #search(id: string): Promise<IssueJson | null> {
    this.#batch ??= this.#startBatch();
    const { ids, answer } = this.#batch;
    ids.push(id);
    if (ids.length === MAX_ISSUES_PER_REQUEST) {
      this.#batch = null;
    }
    return (await answer).find((issue) => asText(issue.id) === id) ?? null;
  }

  /** Sent when the resolvers that run now have asked for their issues. */
  #startBatch() {
    const ids: string[] = [];
    const answer = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.#batch = this.#batch?.ids === ids ? null : this.#batch;
      return this.#list(ids);
    });
    return { ids, answer };
  }
}

/** By client, because each operation has its own, and by organization. */
const lookups = new WeakMap<SentryClient, Map<string, Lookup>>();

/** @throws SentryError `notFound` */
export async function findIssue(
  client: SentryClient,
  { organization, issue }: Pick<IssueRef, 'organization' | 'issue'>,
): Promise<IssueJson> {
  refuseShortId(issue);
  const found = await lookupOf(client, organization).load(issue);
  if (!found) {
    throw new SentryError('notFound', `GlitchTip has no issue ${issue} in this organization.`, {
      missing: 'issue',
    });
  }
  return found;
}

/** Without unknown issues. */
export async function findIssues(
  client: SentryClient,
  organization: string,
  ids: readonly string[],
): Promise<readonly IssueJson[]> {
  ids.forEach(refuseShortId);
  const lookup = lookupOf(client, organization);
  const found = await Promise.all(ids.map((id) => lookup.load(id)));
  return found.filter((issue) => issue !== null);
}

/** Adds issues that a list of the organization returned. */
export function keepIssues(
  client: SentryClient,
  organization: string,
  issues: readonly IssueJson[],
): void {
  const lookup = lookupOf(client, organization);
  for (const issue of issues) {
    lookup.keep(issue);
  }
}

/** After a change: merged issues are gone. */
export function forgetIssues(client: SentryClient): void {
  lookups.delete(client);
}

function lookupOf(client: SentryClient, organization: string): Lookup {
  const ofClient = lookups.get(client) ?? new Map<string, Lookup>();
  lookups.set(client, ofClient);
  const lookup =
    ofClient.get(organization) ??
    new Lookup((ids) => listIssuesByNumber(client, organization, ids));
  ofClient.set(organization, lookup);
  return lookup;
}

/** A request of its own, also for issues that are known. */
export async function listIssuesByNumber(
  client: SentryClient,
  organization: string,
  ids: readonly string[],
): Promise<readonly IssueJson[]> {
  const answer = await client.send({
    endpoint: endpoints.issuesByNumber,
    params: { organization },
    query: { limit: MAX_ISSUES_PER_REQUEST },
    ids,
  });
  return toPage(answer, 'issues')
    .rows.map((issue) => toIssue(client, organization, issue))
    .filter((issue) => ids.includes(asText(issue['id']) ?? ''));
}

/**
 * GlitchTip sends the same `stats` and `userCount` for every issue, and the type under another name. Its `permalink` has
 * the project in place of the organization, or is no address: its page does not exist.
 */
export function toIssue(client: SentryClient, organization: string, row: JsonObject): JsonObject {
  const { stats: _stats, userCount: _userCount, permalink, ...others } = row;
  const [sent, id] = [asString(permalink) ?? '', asText(row['id']) ?? ''];
  const base = URL.canParse(sent) ? sent : client.urlOf(organization);
  return {
    ...others,
    issueType: row['type'],
    permalink: new URL(`/${organization}/issues/${id}`, base).href,
  };
}
