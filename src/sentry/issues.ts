import { type SentryPage, toObject, toPage } from './answers.ts';
import type { Fallback, InOrganization, InProject, Outcomes, PageKey } from './api.ts';
import { endpoints } from './endpoints.ts';
import { isSentryError, SentryError } from './errors.ts';
import { asObject, asString, asText, asTexts, isObject, type Json } from './json.ts';
import { SeenIssues } from './seen-issues.ts';
import type { SentryClient } from './server-kind.ts';
import type { ActivityJson, IssueDetailJson, IssueJson } from './shapes/issue.ts';

/** An issue by its name in the operation; other fields are loaded if selected. */
export interface IssueRef {
  readonly organization: string;
  /** Numeric ID or short ID. Sentry accepts both in any path. */
  readonly issue: string;
  /** The row of a list, if it was found in one. */
  readonly listed?: IssueJson;
}

/** Maximum IDs in one `group=` list: 100 stay far below the 8 kB limit of proxies. */
export const MAX_ISSUES_PER_REQUEST = 100;

export function isNumericId(issue: string): boolean {
  return /^\d+$/.test(issue);
}

/** Filters of an issue list; absent ones have Sentry's default. */
export interface IssueFilter {
  /** Sentry's search syntax. */
  readonly query?: string | undefined;
  readonly sort?: string | undefined;
  /** Numeric IDs; empty for all projects that the token may read. */
  readonly project: readonly string[];
  readonly environment: readonly string[];
  readonly statsPeriod?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  /** Of the counts over time that come with the list. @default 24h */
  readonly groupStatsPeriod?: string | undefined;
}

export interface Merge {
  readonly parent: string;
  readonly children: readonly string[];
}

/** The ID of a merged issue returns the surviving issue. */
export async function getIssue(
  client: SentryClient,
  { organization, issue, isFallback }: IssueRef & Fallback,
): Promise<IssueDetailJson> {
  const { body } = await client.send({
    endpoint: endpoints.issue,
    params: { organization, issue },
    isFallback,
  });
  if (!isObject(body) || asText(body['id']) === null) {
    throw new SentryError('badResponse', 'Sentry returned an issue that has no id.');
  }
  return body;
}

/** The detail of an issue has all of its fields, so no request is needed for one that it lacks. */
export async function findIssueParts(): Promise<Outcomes<Json>> {
  return new Map();
}

/** One page without IDs of merged issues. One forbidden ID makes Sentry answer 403 for the whole list. */
export async function listIssuesById(
  client: SentryClient,
  {
    organization,
    ids,
    isFallback,
  }: InOrganization & Fallback & { readonly ids: readonly string[] },
): Promise<readonly IssueJson[]> {
  const answer = await client.send({
    endpoint: endpoints.issuesById,
    params: { organization },
    ids,
    isFallback,
  });
  return toPage(answer, 'issues').rows;
}

/** Its cursors contain the sort value, so they are opaque. */
export async function listIssues(
  client: SentryClient,
  {
    organization,
    filter: { project, ...filter },
    cursor,
    limit,
  }: InOrganization & PageKey & { readonly filter: IssueFilter },
): Promise<SentryPage> {
  try {
    const answer = await client.send({
      endpoint: endpoints.issues,
      params: { organization },
      query: {
        ...filter,
        project: project.length > 0 ? project : ALL_PROJECTS,
        limit,
        cursor: cursor ?? undefined,
      },
    });
    return toPage(answer, 'issues');
  } catch (error) {
    throw await explainRefusedList(client, { organization, filter: { project, ...filter } }, error);
  }
}

const ALL_PROJECTS = '-1';

/** Whether the organization's plan lists issues of one project at a time. */
export function isForOneProjectOnly(error: unknown): boolean {
  return isSentryError(error, 'refused') && /multi project stream/.test(String(error));
}

/**
 * Names the argument that a list was refused for: Sentry answers an unknown project with the 403 of
 * a missing scope, and an unknown environment with the 404 of an unknown organization.
 */
async function explainRefusedList(
  client: SentryClient,
  {
    organization,
    filter: { project, environment },
  }: InOrganization & { readonly filter: IssueFilter },
  error: unknown,
): Promise<unknown> {
  if (isForOneProjectOnly(error)) {
    return new SentryError(
      'refused',
      'Sentry does not search across projects in this organization: `project` has to name one project by its ID.',
      { cause: error },
    );
  }
  if (isSentryError(error, 'notFound') && environment.length > 0) {
    return new SentryError(
      'refused',
      `\`environment\` names one that Sentry does not have (${environment.join(', ').slice(0, 100)}), or the organization does not exist.`,
      { cause: error },
    );
  }
  if (
    isSentryError(error, 'forbidden') &&
    project.length > 0 &&
    (await mayListIssues(client, organization))
  ) {
    return new SentryError(
      'refused',
      `\`project\` names one that does not exist, or that the token may not read (${project.join(', ').slice(0, 100)}).`,
      { cause: error },
    );
  }
  return error;
}

/** Without a project's name; a refusal of another kind than 403 comes after the check of scopes. */
async function mayListIssues(client: SentryClient, organization: string): Promise<boolean> {
  try {
    await client.send({
      endpoint: endpoints.issues,
      params: { organization },
      query: { project: ALL_PROJECTS, limit: 1 },
      isFallback: true,
    });
    return true;
  } catch (error) {
    return isSentryError(error, 'refused');
  }
}

/**
 * Issues of any status. Sentry 23.7 ignores the hashes and lists all issues of the project; such a response
 * has links, unlike the response to a search by hash, or more issues than hashes.
 */
export async function listIssuesOfHashes(
  client: SentryClient,
  {
    organization,
    project,
    hashes,
    isFallback,
  }: InProject & Fallback & { readonly hashes: readonly string[] },
): Promise<readonly IssueJson[]> {
  const server = client.serverOf(organization);
  if (server.ignoresHashes) {
    throw toUnsupportedSearch({ wasSent: false });
  }
  const answer = await client.send({
    endpoint: endpoints.issuesOfHashes,
    params: { organization, project },
    ids: hashes,
    isFallback,
  });
  const { rows } = toPage(answer, 'issues');
  if (Object.keys(answer.links).length > 0 || rows.length > hashes.length) {
    server.ignoresHashes = true;
    throw toUnsupportedSearch({ wasSent: true });
  }
  return rows;
}

function toUnsupportedSearch(options: { readonly wasSent: boolean }): SentryError {
  return new SentryError(
    'unsupported',
    'This version of Sentry cannot find issues by their hashes: it lists all issues of the project instead.',
    options,
  );
}

/** A comment of the token's user. */
export async function addNote(
  client: SentryClient,
  { organization, issue, text }: IssueRef & { readonly text: string },
): Promise<ActivityJson> {
  const answer = await client.send({
    endpoint: endpoints.addNote,
    params: { organization, issue },
    change: { text },
  });
  return toObject(answer, 'a note');
}

/**
 * The largest issue becomes the parent. The project is sent too: without it Sentry searches the issues only in the
 * caller's own projects, and on some plans refuses to search in several.
 * @throws SentryError `notFound` if an issue is not listed; nothing is changed then.
 */
export async function mergeIssues(
  client: SentryClient,
  { organization, ids }: InOrganization & { readonly ids: readonly string[] },
): Promise<Merge> {
  const issues = SeenIssues.see(ids, await listBeforeMerge(client, { organization, ids }));
  const { body } = await client.changeIssues({
    endpoint: endpoints.mergeIssues,
    params: { organization },
    issues,
    query: { project: issues.project },
    change: { merge: 1 },
  });
  const merge = asObject(asObject(body)?.['merge']);
  const parent = asText(merge?.['parent']);
  const children = asTexts(merge?.['children']);
  if (parent === null || children === null) {
    const words = asString(asObject(body)?.['detail']);
    throw new SentryError('refused', words ?? 'Sentry merged none of the issues.');
  }
  return { parent, children };
}

/** One by one where the server does not list issues across projects. */
async function listBeforeMerge(
  client: SentryClient,
  { organization, ids }: InOrganization & { readonly ids: readonly string[] },
): Promise<readonly IssueJson[]> {
  try {
    return await listIssuesById(client, { organization, ids });
  } catch (error) {
    if (!isForOneProjectOnly(error)) {
      throw error;
    }
    return Promise.all(
      ids.map((issue) => getIssue(client, { organization, issue, isFallback: true })),
    );
  }
}
