import type { SentryClient } from '../sentry/client.ts';
import { findEventByProject, getProjectSlug } from '../sentry/glitchtip.ts';
import type { EventDetailJson } from '../sentry/shapes/event.ts';
import { type Outcome, toError } from './batch.ts';

export interface SingleEventKey {
  readonly organization: string;
  readonly issue: string;
  readonly id: string;
}

/** Most of these requests under way at once, for one issue. */
const MAX_AT_ONCE = 10;

/**
 * Events of one issue where no list has them: one request for the issue's project, which also tells
 * that the organization has the issue, and one for each event.
 */
export async function findEventsSingly(
  sentry: SentryClient,
  keys: readonly [SingleEventKey, ...SingleEventKey[]],
): Promise<readonly Outcome<EventDetailJson | null>[]> {
  const project = await getProjectSlug(sentry, keys[0]);
  const outcomes = new Map<SingleEventKey, Outcome<EventDetailJson | null>>();
  const waiting = keys.values();
  const work = async () => {
    for (const key of waiting) {
      outcomes.set(key, await findEventByProject(sentry, project, key).catch(toError));
    }
  };
  await Promise.all(Array.from({ length: MAX_AT_ONCE }, work));
  return keys.map((key) => outcomes.get(key) ?? null);
}
