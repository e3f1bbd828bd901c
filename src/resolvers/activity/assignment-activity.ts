import type { AssignmentActivityResolvers } from '../../generated/resolvers-types.ts';
import { asString, asText } from '../../sentry/json.ts';
import { activityFields, data } from './issue-activity.ts';

export const AssignmentActivity: AssignmentActivityResolvers = {
  ...activityFields,
  assigneeId: data('assignee', asText),
  assigneeType: data('assigneeType', asString),
  assigneeEmail: data('assigneeEmail', asString),
  assigneeName: data('assigneeName', asString),
  integration: data('integration', asString),
};
