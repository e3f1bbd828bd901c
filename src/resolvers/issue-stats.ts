import type { Context } from '../context.ts';
import { badUserInput } from '../errors.ts';
import type { IssueFilteredArgs, IssueTrendArgs } from '../generated/resolvers-types.ts';
import type { Loaders } from '../loaders/index.ts';
import { loadIssueId } from '../loaders/issue.ts';
import type { Selection } from '../selection.ts';
import { type Counted, TREND_PERIODS, type TrendPeriod } from '../sentry/issue-stats.ts';
import type { IssueRef } from '../sentry/issues.ts';
import { asLists, asObject, type JsonList } from '../sentry/json.ts';
import type { IssueCountsJson, IssueJson, IssueStatsJson } from '../sentry/shapes/issue.ts';
import { batchesRequests } from './shared-request.ts';

/* Counts that come with a list of issues. Elsewhere, up to 100 issues share a request for them. */

/** The counts of the list for its own search. */
export const filteredOf = batchesRequests(
  (
    issue: IssueRef,
    { query }: Partial<IssueFilteredArgs>,
    { loaders }: Context,
  ): IssueCountsJson | null | Promise<IssueCountsJson | null> =>
    query == null
      ? asObject(issue.listed?.filtered)
      : loadStats(issue, { query }, loaders).then(({ filtered }) => asObject(filtered)),
);

export const trendOf = batchesRequests(
  async (
    issue: IssueRef,
    { period: wanted }: Partial<IssueTrendArgs>,
    { loaders }: Context,
  ): Promise<readonly JsonList[] | null> => {
    const period = readPeriod(wanted);
    // Details have the last 24 hours too.
    const known = issue.listed ?? (await loaders.issue.peek(issue)?.catch(() => undefined));
    return pointsOf(known, period) ?? pointsOf(await loadStats(issue, { period }, loaders), period);
  },
);

function pointsOf(row: IssueJson | IssueStatsJson | undefined, period: TrendPeriod) {
  return asLists(asObject(row?.stats)?.[period]);
}

function readPeriod(wanted: string | null | undefined): TrendPeriod {
  const period = TREND_PERIODS.find((each) => each === (wanted ?? TREND_PERIODS[0]));
  if (period === undefined) {
    throw badUserInput(
      `\`period\`: ${JSON.stringify(wanted?.slice(0, 40))} is not a valid choice; use ${TREND_PERIODS.join(' or ')}.`,
    );
  }
  return period;
}

async function loadStats(
  issue: IssueRef,
  counted: Counted,
  { issue: issues, issueStats }: Loaders,
): Promise<IssueStatsJson> {
  const id = await loadIssueId(issues, issue);
  return issueStats.load({ organization: issue.organization, issue: id, counted });
}

/** The period that a list has to be asked for, if it is not the one that lists have by default. */
export function trendPeriodOf(list: Selection): TrendPeriod | undefined {
  const periods = [list.at('nodes'), list.at('edges', 'node')]
    .flatMap((issue) => issue.argumentsOf('trend'))
    .map(({ period }) => period);
  return periods.length > 0 && periods.every((period) => period === '14d') ? '14d' : undefined;
}
