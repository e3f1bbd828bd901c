import { type Answer, ok } from '../answer.ts';
import type { Issue } from '../dataset.ts';
import { notFound } from './answers.ts';
import { eventTags } from './event-body.ts';
import { eventsOf } from './tables.ts';

/** `GET /issues/{id}/tags/`, optionally of one key: all values, most frequent first. */
export function listTags(issue: Issue | undefined, key: string | null): Answer {
  if (!issue) {
    throw notFound();
  }
  return ok(tagsOfIssue(issue).filter((tag) => key === null || tag.key === key));
}

export function tagsOfIssue(issue: Issue) {
  const counts = new Map<string, Map<string, number>>();
  for (const event of eventsOf(issue)) {
    for (const [key, value] of Object.entries(eventTags(event))) {
      const values = counts.get(key) ?? new Map<string, number>();
      counts.set(key, values);
      values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  return [...counts].map(([key, values]) => {
    const topValues = [...values]
      .map(([value, count]) => ({ name: value, value, count, key }))
      .sort((one, other) => other.count - one.count);
    const totalValues = topValues.reduce((sum, { count }) => sum + count, 0);
    return { topValues, uniqueValues: topValues.length, key, name: key, totalValues };
  });
}
