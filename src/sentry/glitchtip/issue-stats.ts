import type { Outcomes } from '../api.ts';
import { endpoints } from '../endpoints.ts';
import { SentryError } from '../errors.ts';
import type { IssueStatsKey } from '../issue-stats.ts';
import { asObjects, asText } from '../json.ts';
import type { SentryClient } from '../server-kind.ts';
import type { IssueStatsJson } from '../shapes/issue.ts';
import { refuseShortId } from './words.ts';

/** One request for up to 100 issues. GlitchTip leaves out hours and days without events. */
export async function findIssueStats(
  client: SentryClient,
  { organization, issues, counted }: IssueStatsKey,
): Promise<Outcomes<IssueStatsJson>> {
  if (!('period' in counted)) {
    throw new SentryError(
      'unsupported',
      'GlitchTip does not count the events of an issue that match a search.',
      { wasSent: false },
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
