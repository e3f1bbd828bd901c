import DataLoader from 'dataloader';
import { toKey } from '../key.ts';
import type { SentryApi } from '../sentry/api.ts';
import { eventIdOf, type SentryEvent } from '../sentry/events.ts';
import { type ObserveBatch, type Outcome, observed, toError } from './batch.ts';
import type { EventLoader } from './event.ts';

export interface OrganizationEventKey {
  readonly organization: string;
  readonly id: string;
}

export type OrganizationEventLoader = DataLoader<OrganizationEventKey, SentryEvent | null, string>;

/**
 * Events by organization and id, whatever issue they belong to: one request each, one after
 * another, for Sentry takes one such request a second. Their bodies prime the event loader.
 */
export function createOrganizationEventLoader(
  sentry: SentryApi,
  events: EventLoader,
  observe: ObserveBatch,
): OrganizationEventLoader {
  async function findOne({ organization, id }: OrganizationEventKey): Promise<SentryEvent | null> {
    const found = await sentry.findOrganizationEvent({ organization, id });
    if (found) {
      events.prime({ organization, issue: found.issue, id: eventIdOf(found.body) }, found.body);
    }
    return found && { organization, ...found };
  }

  return new DataLoader<OrganizationEventKey, SentryEvent | null, string>(
    observed(observe, 'organizationEvent', async (keys) => {
      const outcomes: Outcome<SentryEvent | null>[] = [];
      for (const key of keys) {
        outcomes.push(await findOne(key).catch(toError));
      }
      return outcomes;
    }),
    { cacheKeyFn: ({ organization, id }) => toKey(organization, id) },
  );
}
