import { type SentryPage, toPage } from '../answers.ts';
import type { Fallback, InOrganization, IssuePart, Outcomes, PageKey } from '../api.ts';
import { endpoints } from '../endpoints.ts';
import { notSent, SentryError } from '../errors.ts';
import { findEach } from '../in-project.ts';
import type { IssueStatsKey } from '../issue-stats.ts';
import type { IssueFilter, IssueRef } from '../issues.ts';
import { asJson, asObject, asObjects, asText, type Json } from '../json.ts';
import type { SentryClient } from '../server-kind.ts';
import type { IssueDetailJson, IssueJson, IssueStatsJson } from '../shapes/issue.ts';
import { findIssue, findIssues, keepIssues, toIssue } from './known-issues.ts';
import { toTotal } from './opaque-page.ts';
import { refuseShortId } from './words.ts';

/** @throws SentryError `notFound` */
export function getIssue(client: SentryClient, key: IssueRef): Promise<IssueDetailJson> {
  return findIssue(client, key);
}

export function listIssuesById(
  client: SentryClient,
  { organization, ids }: InOrganization & Fallback & { readonly ids: readonly string[] },
): Promise<readonly IssueJson[]> {
  return findIssues(client, organization, ids);
}

/** Sentry's names of sort orders, with GlitchTip's. */
const SORTS: Readonly<Record<string, string>> = {
  date: '-last_seen',
  new: '-first_seen',
  freq: '-count',
};

/** GlitchTip's own names; a minus means descending. */
const OWN_SORT = /^-?(?:last_seen|first_seen|count|priority)$/;

/**
 * GlitchTip filters the time when an issue was first seen by `start` and `end`, unlike Sentry, and
 * ignores `statsPeriod`.
 */
function toGlitchTipFilter({
  sort,
  statsPeriod,
  start,
  end,
  groupStatsPeriod: _period,
  ...filter
}: IssueFilter) {
  const order = SORTS[sort ?? 'date'] ?? sort ?? '';
  if (!OWN_SORT.test(order)) {
    throw notSent(
      'unsupported',
      `GlitchTip does not sort issues by ${JSON.stringify(sort)}: use "date", "new" or "freq".`,
    );
  }
  if (statsPeriod !== undefined || start !== undefined || end !== undefined) {
    throw notSent(
      'unsupported',
      'GlitchTip does not filter issues by the time of their events (`statsPeriod`, `start`, `end`).',
    );
  }
  return { ...filter, sort: order };
}

/** A quotation mark or an apostrophe that is not closed, and a backslash at the end make GlitchTip fail. */
const FAILS = /["'\\]/;

/** Without `project`, all projects are included. */
export async function listIssues(
  client: SentryClient,
  {
    organization,
    filter,
    cursor,
    limit,
  }: InOrganization & PageKey & { readonly filter: IssueFilter },
): Promise<SentryPage> {
  const query = { ...toGlitchTipFilter(filter), limit, cursor: cursor ?? undefined };
  const answer = await client
    .send({ endpoint: endpoints.issues, params: { organization }, query })
    .catch((error: unknown) => {
      throw FAILS.test(filter.query ?? '') && error instanceof SentryError && error.status === 500
        ? new SentryError('refused', 'GlitchTip fails at this `query`.', { cause: error })
        : error;
    });
  const page = toPage(answer, 'issues');
  if (page.next !== null && page.next === cursor) {
    // With more than 100 equal rows, its cursors do not move on.
    throw new SentryError(
      'badResponse',
      'GlitchTip returns the same page again, because more than 100 issues have the same position in this order. Use another `sort`.',
    );
  }
  const rows = page.rows.map((row) => toIssue(client, organization, row));
  keepIssues(client, organization, rows);
  return { ...page, rows, hits: toTotal(page.hits) };
}

/** One request for the counts of up to 100 issues; one for each issue for its tags, and for its detail. */
export async function findIssueParts(
  client: SentryClient,
  key: InOrganization & { readonly issues: readonly string[]; readonly part: IssuePart },
): Promise<Outcomes<Json>> {
  if (key.part === 'stats') {
    const counts = await findIssueStats(client, { ...key, counted: { period: '24h' } });
    // GlitchTip has the other period too, as null.
    const toStats = ({ stats }: IssueStatsJson) => ({
      '24h': asJson(asObject(stats)?.['24h']) ?? [],
    });
    return new Map([...counts].map(([id, row]) => [id, row instanceof Error ? row : toStats(row)]));
  }
  return findEach(key.issues, (issue) =>
    findPart(client, { organization: key.organization, issue }, key.part),
  );
}

async function findPart(client: SentryClient, key: IssueRef, part: IssuePart): Promise<Json> {
  switch (part) {
    case 'tags':
      return sendForIssue(client, key, endpoints.tagsOfAnyIssue);
    case 'userReportCount':
      return asObject(await sendForIssue(client, key, endpoints.anyIssue))?.[part] ?? null;
    case 'raw':
      return sendForIssue(client, key, endpoints.anyIssue);
    default:
      return null;
  }
}

type IssueEndpoint = typeof endpoints.anyIssue | typeof endpoints.tagsOfAnyIssue;

async function sendForIssue(
  client: SentryClient,
  { organization, issue }: IssueRef,
  endpoint: IssueEndpoint,
): Promise<Json> {
  const { body } = await client.send({
    endpoint,
    params: { organization, issue },
    check: () => findIssue(client, { organization, issue }),
  });
  return body;
}

/** One request for up to 100 issues. GlitchTip leaves out hours and days without events. */
export async function findIssueStats(
  client: SentryClient,
  { organization, issues, counted }: IssueStatsKey,
): Promise<Outcomes<IssueStatsJson>> {
  if (!('period' in counted)) {
    throw notSent(
      'unsupported',
      'GlitchTip does not count the events of an issue that match a search.',
    );
  }
  issues.forEach(refuseShortId);
  const { body } = await client.send({
    endpoint: endpoints.issuesStats,
    params: { organization },
    query: { statsPeriod: counted.period },
    ids: issues,
  });
  const rows = asObjects<IssueStatsJson>(body) ?? [];
  return new Map(rows.map((row) => [asText(row.id) ?? '', row]));
}
