import type { Pages } from './pages.ts';
import type { PreparedExport } from './prepare.ts';
import { describeDuration, number, plural } from './progress.ts';
import { requestsOfRow } from './selected-rows.ts';

/** What an export would cost, from the first page of each list of issues and one page of rows. */
export async function describeCost(
  prepared: PreparedExport,
  organizations: readonly string[],
): Promise<string> {
  const { session, rows, pages } = prepared;
  const counts: (number | null)[] = [];
  for (const organization of organizations) {
    counts.push(await countIssues(pages, organization, rows.ofIssue === null));
  }
  const known = counts.filter((count) => count !== null);
  const least =
    known.length < counts.length
      ? null
      : known.reduce((sum, issues) => sum + leastRequests(issues, rows.ofIssue !== null), 0);
  const rate = await session.ratePerSecond(organizations[0] ?? '');
  return [
    ...organizations.map((organization, index) => describeIssues(organization, counts[index])),
    `Requests: ${describeRequests(prepared)}${least === null ? '' : ` (at least ${number(least)} in all)`}.`,
    describeRate(rate, least),
    `This took ${plural(session.usage().requests, 'request')}; nothing was written.`,
  ].join('\n');
}

/** Also reads one page of rows: its response has the rate limit, and shows that the selection works. */
async function countIssues(
  pages: Pages,
  organization: string,
  isOfIssues: boolean,
): Promise<number | null> {
  if (isOfIssues) {
    return (await pages.readRows({ organization, issue: null }, null)).total;
  }
  const { total, issues } = await pages.readIssues(organization, null);
  const [issue] = issues;
  if (issue) {
    await pages.readRows({ organization, issue: issue.id, listed: issue.listed }, null);
  }
  return total;
}

function leastRequests(issues: number, hasRowsOfIssues: boolean): number {
  return Math.max(1, Math.ceil(issues / 100)) + (hasRowsOfIssues ? issues : 0);
}

function describeIssues(organization: string, count: number | null | undefined): string {
  return `${organization}: ${typeof count === 'number' ? plural(count, 'issue') : 'Sentry does not count the issues'}.`;
}

function describeRequests({ session, rows }: PreparedExport): string {
  const { first, next } = rows.pageSize;
  const ofRow = requestsOfRow(session.schema, rows.ofIssue ?? rows.issues);
  return [
    'one for each 100 issues',
    ...(rows.ofIssue
      ? [`one for each issue and one for each ${next} of its rows after the first ${first}`]
      : []),
    ...(ofRow > 0 ? [`up to ${ofRow} for each row, for fields with requests of their own`] : []),
  ].join(', ');
}

function describeRate(rate: number | null, least: number | null): string {
  if (rate === null) {
    return 'Sentry sends no rate limit.';
  }
  const duration = least === null ? '' : `: at least ${describeDuration((least / rate) * 1_000)}`;
  return `Sentry allows ${rate} requests a second${duration}.`;
}
