import type { IssueActivityResolvers } from '../../generated/resolvers-types.ts';
import type { SentryActivity } from '../../sentry/activity.ts';
import { asJson, asObject, asString, asText } from '../../sentry/json.ts';
import type { ActivityDataJson } from '../../sentry/shapes/issue.ts';
import { readersBelow } from '../fields.ts';

/** Kinds of activities with a type of their own. */
const TYPE_OF_ACTIVITY = {
  merge: 'MergeActivity',
  unmerge_source: 'UnmergeSourceActivity',
  unmerge_destination: 'UnmergeDestinationActivity',
  set_resolved_in_release: 'ResolutionActivity',
  set_resolved_in_commit: 'ResolutionActivity',
  assigned: 'AssignmentActivity',
  note: 'NoteActivity',
  set_regression: 'RegressionActivity',
  set_priority: 'PriorityActivity',
} as const;

export const IssueActivity: IssueActivityResolvers = {
  __resolveType: ({ body }) => {
    const kind = asString(body.type) ?? '';
    return Object.hasOwn(TYPE_OF_ACTIVITY, kind)
      ? TYPE_OF_ACTIVITY[kind as keyof typeof TYPE_OF_ACTIVITY]
      : 'OtherActivity';
  },
};

const body = readersBelow<SentryActivity, 'body'>('body');

export const activityFields = {
  activityId: body('id', asText),
  type: body('type', asString),
  dateCreated: body('dateCreated', asString),
  user: body('user', asObject),
  data: body('data', asJson),
};

/** A resolver that reads a key of an activity's `data`. */
export function data<Key extends keyof ActivityDataJson, T>(
  key: Key,
  read: (value: ActivityDataJson[Key] | undefined) => T,
) {
  return ({ body }: SentryActivity): T => read(asObject(body.data)?.[key]);
}
