import type { MergeActivityResolvers } from '../../generated/resolvers-types.ts';
import { asObjects, asText } from '../../sentry/json.ts';
import { activityFields, data } from './issue-activity.ts';

export const MergeActivity: MergeActivityResolvers = {
  ...activityFields,
  mergedIssueIds: data(
    'issues',
    (issues) => asObjects(issues)?.flatMap(({ id }) => asText(id) ?? []) ?? null,
  ),
};
