import type { RegressionActivityResolvers } from '../../generated/resolvers-types.ts';
import { asString } from '../../sentry/json.ts';
import { activityFields, data } from './issue-activity.ts';

export const RegressionActivity: RegressionActivityResolvers = {
  ...activityFields,
  version: data('version', asString),
  resolvedInVersion: data('resolved_in_version', asString),
  eventId: data('event_id', asString),
};
