import type {
  UnmergeDestinationActivityResolvers,
  UnmergeSourceActivityResolvers,
} from '../../generated/resolvers-types.ts';
import type { SentryActivity } from '../../sentry/activity.ts';
import type { IssueRef } from '../../sentry/issues.ts';
import { asObject, asStrings, asText } from '../../sentry/json.ts';
import { activityFields, data } from './issue-activity.ts';

const destinationId = idOf('destination');
const sourceId = idOf('source');

export const UnmergeSourceActivity: UnmergeSourceActivityResolvers = {
  ...activityFields,
  hashes: data('fingerprints', asStrings),
  destinationId,
  destination: (activity) => toIssue(activity, destinationId(activity)),
};

export const UnmergeDestinationActivity: UnmergeDestinationActivityResolvers = {
  ...activityFields,
  hashes: data('fingerprints', asStrings),
  sourceId,
  source: (activity) => toIssue(activity, sourceId(activity)),
};

/** The other issue of an unmerge: as an object, or since July 2026 by its ID. */
function idOf(name: 'destination' | 'source') {
  return ({ body }: SentryActivity): string | null => {
    const details = asObject(body.data);
    return asText(asObject(details?.[name])?.id) ?? asText(details?.[`${name}_id`]);
  };
}

function toIssue({ organization }: SentryActivity, issue: string | null): IssueRef | null {
  return issue === null ? null : { organization, issue };
}
