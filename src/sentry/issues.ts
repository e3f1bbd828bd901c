import type { SentryClient } from './client.ts';
import { endpoints } from './endpoints.ts';
import { isSentryError, SentryError } from './errors.ts';
import {
  eitherWay,
  getListedIssue,
  getMergedIssue,
  listIssuesByNumber,
  refuseOnGlitchTip,
  refuseUnknownChange,
} from './glitchtip.ts';
import { asObject, asObjects, asStrings, asText, isObject, type JsonObject } from './json.ts';
import { type SentryPage, toPage } from './pages.ts';
import type { IssueDetailJson, IssueJson } from './shapes/issue.ts';

/** An issue as the caller named it; what else is known of it is loaded where selected. */
export interface IssueRef {
  readonly organization: string;
  /** Numeric id or short id. Sentry takes either wherever an issue stands in a path. */
  readonly issue: string;
}

/** Most ids in one `group=` list: 100 of them stay far below the 8 kB that proxies let through. */
export const MAX_ISSUES_PER_REQUEST = 100;

export function isNumericId(issue: string): boolean {
  return /^\d+$/.test(issue);
}

/** Ids that were merged away answer for the survivor. */
export async function getIssue(
  sentry: SentryClient,
  organization: string,
  issue: string,
): Promise<IssueDetailJson> {
  return eitherWay<IssueDetailJson>(sentry, organization, {
    async asSentry() {
      const { body } = await sentry.send({
        endpoint: endpoints.issue,
        params: { organization, issue },
      });
      if (!isObject(body) || asText(body['id']) === null) {
        throw new SentryError('badResponse', 'Sentry gave an issue that has no id.');
      }
      return body;
    },
    asGlitchTip: () => getListedIssue(sentry, { organization, issue }),
  });
}

/**
 * Issues by numeric id, in no order, unpaginated.
 * Unknown and merged-away ids are left out; one forbidden id has the whole list refused.
 */
export async function listIssuesById(
  sentry: SentryClient,
  organization: string,
  ids: readonly string[],
): Promise<readonly IssueJson[]> {
  const isGlitchTip = () => sentry.dialectOf(organization).server === 'glitchTip';
  if (isGlitchTip()) {
    return listIssuesByNumber(sentry, organization, ids);
  }
  const { body, links } = await sentry.send({
    endpoint: endpoints.issuesById,
    params: { organization },
    ids,
  });
  sentry.dialectOf(organization).sawLinks(links);
  if (isGlitchTip()) {
    return listIssuesByNumber(sentry, organization, ids);
  }
  const issues = asObjects(body);
  if (issues === null) {
    throw new SentryError('badResponse', 'Sentry gave issues that are not a list.');
  }
  return issues;
}

/**
 * Whether the caller may list issues of an organization at all: asks for an id that no issue has,
 * which Sentry answers with an empty list.
 */
export async function mayListIssues(sentry: SentryClient, organization: string): Promise<boolean> {
  try {
    await listIssuesById(sentry, organization, ['0']);
    return true;
  } catch (error) {
    return !isSentryError(error, 'forbidden');
  }
}

/** What narrows an issue list; absent parts leave it to Sentry. */
export interface IssueFilter {
  /** Sentry's search syntax. */
  readonly query?: string | undefined;
  readonly sort?: string | undefined;
  /** Numeric ids; empty for all projects that the token may read. */
  readonly project: readonly string[];
  readonly environment: readonly string[];
  readonly statsPeriod?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** Its cursors carry the sort's value and cannot be composed. */
export async function listIssues(
  sentry: SentryClient,
  organization: string,
  { project, ...filter }: IssueFilter,
  { cursor, limit }: { readonly cursor: string | null; readonly limit: number },
): Promise<SentryPage> {
  const dialect = sentry.dialectOf(organization);
  const isGlitchTip = () => dialect.server === 'glitchTip';
  const ask = () =>
    sentry.send({
      endpoint: endpoints.issues,
      params: { organization },
      query: {
        ...filter,
        // All projects are `-1` at Sentry; at GlitchTip that is a project which does not exist.
        project: project.length > 0 ? project : isGlitchTip() ? undefined : '-1',
        limit,
        cursor: cursor ?? undefined,
      },
    });
  const wasGlitchTip = isGlitchTip();
  const answer = await ask();
  dialect.sawLinks(answer.links);
  return toPage(wasGlitchTip === isGlitchTip() ? answer : await ask(), 'issues');
}

/**
 * The issues that have any of up to 100 hashes, whatever their status. It does not say which hash led to which issue.
 */
export async function listIssuesByHash(
  sentry: SentryClient,
  { organization, project }: { readonly organization: string; readonly project: string },
  hashes: readonly string[],
): Promise<readonly IssueJson[]> {
  return eitherWay(sentry, organization, {
    async asSentry() {
      const answer = await sentry.send({
        endpoint: endpoints.issuesOfHashes,
        params: { organization, project },
        ids: hashes,
      });
      sentry.dialectOf(organization).sawLinks(answer.links);
      refuseOnGlitchTip(sentry, organization, BY_HASH);
      return toPage(answer, 'issues').rows;
    },
    asGlitchTip: async () => refuseOnGlitchTip(sentry, organization, BY_HASH) ?? [],
  });
}

/** GlitchTip passes over `hashes` and lists all issues of the project. */
const BY_HASH = 'find issues by their hashes';

export async function updateIssue(
  sentry: SentryClient,
  { organization, issue }: IssueRef,
  change: JsonObject,
): Promise<void> {
  await refuseUnknownChange(sentry, organization, change);
  await sentry.send({
    endpoint: endpoints.updateIssue,
    params: { organization, issue },
    change,
  });
}

export interface Merge {
  readonly parent: string;
  readonly children: readonly string[];
}

/**
 * The largest issue becomes the parent.
 * Without ids Sentry would merge a whole project (getsentry/sentry#43378), so fewer than two are
 * never sent.
 */
export async function mergeIssues(
  sentry: SentryClient,
  organization: string,
  ids: readonly [string, string, ...string[]],
): Promise<Merge> {
  const { body } = await sentry.send({
    endpoint: endpoints.mergeIssues,
    params: { organization },
    ids,
    change: { merge: 1 },
  });
  if (asObject(body)?.['merge'] === 1) {
    return getMergedIssue(sentry, organization, ids);
  }
  const merge = asObject(asObject(body)?.['merge']);
  const parent = asText(merge?.['parent']);
  const children = asStrings(merge?.['children']);
  if (parent === null || children === null) {
    throw new SentryError('notFound', 'Sentry merged nothing: it knows none of the issues.');
  }
  return { parent, children };
}
