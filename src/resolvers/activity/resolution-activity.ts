import type { ResolutionActivityResolvers } from '../../generated/resolvers-types.ts';
import { asJson, asString } from '../../sentry/json.ts';
import { activityFields, data } from './issue-activity.ts';

export const ResolutionActivity: ResolutionActivityResolvers = {
  ...activityFields,
  version: data('version', asString),
  currentReleaseVersion: data('current_release_version', asString),
  commit: data('commit', asJson),
};
