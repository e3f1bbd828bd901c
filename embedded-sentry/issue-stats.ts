import { type Answer, ok, Refusal } from './answer.ts';
import type { Issue } from './dataset.ts';
import { environmentOf } from './event-body.ts';
import { countsOf, issueCounts, readStatsPeriod } from './issue-counts.ts';
import { readProjects } from './issue-list.ts';
import { eventConditions, matchesQuery } from './issue-search.ts';
import { isVisible, requireInt64 } from './requests.ts';
import type { Target } from './routes.ts';

/** `/organizations/{org}/issues-stats/?groups=`: counts of issues, without unknown ones. */
export function showIssueStats(target: Target): Answer {
  const { request } = target;
  const { query, dialect } = request;
  const ids = query.getAll('groups');
  const period = readStatsPeriod(request);
  if (ids.length === 0) {
    throw new Refusal(400, 'You should include `groups` with your request. (i.e. groups=1,2,3)');
  }
  if (!ids.every((id) => /^-?\d+$/.test(id))) {
    throw new Refusal(400, 'Group ids must be integers');
  }
  ids.forEach(requireInt64);
  const projects = readProjects(target.issues, target);
  const found = target.issues.filter(
    (issue) =>
      ids.includes(issue.id) &&
      isVisible(issue) &&
      (projects === null || projects.has(issue.projectId)),
  );
  if (found.length === 0) {
    throw new Refusal(400, 'No matching groups found');
  }
  if (found.length > dialect.maxIssuesOfStats) {
    throw new Refusal(400, 'Too many groups requested.');
  }
  const conditions = eventConditions(query.get('query') ?? 'is:unresolved');
  const collapsed = query.getAll('collapse');
  return ok(
    found.map((issue) => {
      const own = issueCounts(issue);
      const stats = period === '' ? {} : { stats: countsOf(issue, period) };
      const matching = { ...issue, events: eventsThatMatch(issue, conditions) };
      const filtered = {
        ...issueCounts(matching),
        ...(period === '' ? {} : { stats: countsOf(matching, period) }),
      };
      return {
        id: issue.id,
        ...own,
        ...dialect.bodies.issueStats({ isUnhandled: false }),
        ...stats,
        ...(collapsed.includes('lifetime')
          ? {}
          : { lifetime: { ...own, ...(period === '' ? {} : { stats: null }) } }),
        ...(collapsed.includes('filtered')
          ? {}
          : { filtered: conditions.length === 0 ? null : filtered }),
      };
    }),
  );
}

/** Environments differ between the events of an issue; other conditions hold for all or none. */
function eventsThatMatch(issue: Issue, conditions: readonly string[]) {
  const names = conditions.flatMap((term) => /^environment:(\w+)$/.exec(term)?.[1] ?? []);
  const others = conditions.filter((term) => !/^environment:\w+$/.test(term));
  return matchesQuery(issue, others.join(' '))
    ? issue.events.filter((event) => names.every((name) => name === environmentOf(event)))
    : [];
}
