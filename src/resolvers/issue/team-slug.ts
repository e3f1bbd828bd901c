import { asString } from '../../sentry/json.ts';
import type { AssigneeJson } from '../../sentry/shapes/issue.ts';

/** Sentry sends the slug of a team as its name. */
export function teamSlugOf({ type, name }: Pick<AssigneeJson, 'type' | 'name'>): string | null {
  return asString(type) === 'team' ? asString(name) : null;
}
