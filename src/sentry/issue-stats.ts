import type { Fallback, InOrganization, Outcomes } from './api.ts';
import { endpoints } from './endpoints.ts';
import { isSentryError, SentryError } from './errors.ts';
import { asLists, asObject, asObjects, asText } from './json.ts';
import type { SentryClient } from './server-kind.ts';
import type { IssueStatsJson } from './shapes/issue.ts';

/** The periods for which servers count the events of an issue: by hour and by day. */
export const TREND_PERIODS = ['24h', '14d'] as const;

export type TrendPeriod = (typeof TREND_PERIODS)[number];

/** What is counted: events over time, or those that match a search. */
export type Counted = { readonly period: TrendPeriod } | { readonly query: string };

export interface IssueStatsKey extends InOrganization {
  /** Up to 100 numeric IDs. */
  readonly issues: readonly string[];
  readonly counted: Counted;
}

/** Servers before 2026 count for fewer issues at once. */
const FORMER_MAX_ISSUES = 25;

/** One request, or one for 25 issues on older servers. Unknown issues are left out. */
export async function findIssueStats(
  client: SentryClient,
  key: IssueStatsKey,
): Promise<Outcomes<IssueStatsJson>> {
  const server = client.serverOf(key.organization);
  try {
    // The first request was measured before execution.
    return await requestInSlices(client, key, server.maxIssuesOfStats, 1);
  } catch (error) {
    if (!isTooMany(error) || server.maxIssuesOfStats === FORMER_MAX_ISSUES) {
      throw error;
    }
    server.maxIssuesOfStats = FORMER_MAX_ISSUES;
    return requestInSlices(client, key, FORMER_MAX_ISSUES, 0);
  }
}

/** @param measured - How many of the requests are no fallback requests. */
async function requestInSlices(
  client: SentryClient,
  { issues, ...key }: IssueStatsKey,
  size: number,
  measured: number,
): Promise<Outcomes<IssueStatsJson>> {
  const found = await Promise.all(
    slices(issues, size).map((some, index) =>
      requestStats(client, { ...key, issues: some, isFallback: index >= measured }),
    ),
  );
  return new Map(found.flat());
}

async function requestStats(
  client: SentryClient,
  { organization, issues, counted, isFallback }: IssueStatsKey & Fallback,
): Promise<readonly (readonly [string, IssueStatsJson])[]> {
  try {
    const { body } = await client.send({
      endpoint: endpoints.issuesStats,
      params: { organization },
      ids: issues,
      query: { project: ALL_PROJECTS, ...toQuery(counted) },
      isFallback,
    });
    const rows = asObjects<IssueStatsJson>(body);
    const isCounted = (row: IssueStatsJson) =>
      'period' in counted
        ? asLists(asObject(row.stats)?.[counted.period]) !== null
        : 'filtered' in row;
    if (rows === null || !rows.every(isCounted)) {
      throw new SentryError(
        'badResponse',
        'Sentry returned no counts of the kind that was asked.',
        {
          status: 200,
        },
      );
    }
    return rows.map((row) => [asText(row.id) ?? '', row]);
  } catch (error) {
    if (isSentryError(error, 'refused') && NONE_FOUND.test(String(error))) {
      return [];
    }
    throw error;
  }
}

const ALL_PROJECTS = '-1';
const NONE_FOUND = /No matching groups found/;

function isTooMany(error: unknown): boolean {
  return isSentryError(error, 'refused') && /Too many groups requested/.test(String(error));
}

/** `collapse` leaves out what is not needed, `base` the issue itself. */
function toQuery(counted: Counted) {
  return 'period' in counted
    ? { groupStatsPeriod: counted.period, query: '', collapse: ['base', 'lifetime', 'filtered'] }
    : { groupStatsPeriod: '', query: counted.query, collapse: ['base', 'lifetime'] };
}

function slices<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
