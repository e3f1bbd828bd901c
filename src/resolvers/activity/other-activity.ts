import type { OtherActivityResolvers } from '../../generated/resolvers-types.ts';
import { activityFields } from './issue-activity.ts';

export const OtherActivity: OtherActivityResolvers = activityFields;
