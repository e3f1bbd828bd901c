import type { PriorityActivityResolvers } from '../../generated/resolvers-types.ts';
import { asString } from '../../sentry/json.ts';
import { activityFields, data } from './issue-activity.ts';

export const PriorityActivity: PriorityActivityResolvers = {
  ...activityFields,
  priority: data('priority', asString),
  reason: data('reason', asString),
};
