import type { Resolvers } from '../generated/resolvers-types.ts';
import type { IssueRef } from '../sentry/issues.ts';
import { asJson, asObject, asObjects, asString, asStrings, asText } from '../sentry/json.ts';
import type { ActivityDataJson, SentryActivity } from '../sentry/shapes/issue.ts';
import { readersBelow } from './fields.ts';

/** Kinds of activities with a type of their own. */
const TYPE_OF_ACTIVITY = new Map(
  Object.entries({
    merge: 'MergeActivity',
    unmerge_source: 'UnmergeSourceActivity',
    unmerge_destination: 'UnmergeDestinationActivity',
    set_resolved_in_release: 'ResolutionActivity',
    set_resolved_in_commit: 'ResolutionActivity',
    assigned: 'AssignmentActivity',
    note: 'NoteActivity',
    set_regression: 'RegressionActivity',
    set_priority: 'PriorityActivity',
  } as const),
);

const body = readersBelow<SentryActivity, 'body'>('body');

const activityFields = {
  activityId: body('id', asText),
  type: body('type', asString),
  dateCreated: body('dateCreated', asString),
  user: body('user', asObject),
  data: body('data', asJson),
};

/** A resolver that reads a key of an activity's `data`. */
function data<Key extends keyof ActivityDataJson, T>(
  key: Key,
  read: (value: ActivityDataJson[Key] | undefined) => T,
) {
  return ({ body }: SentryActivity): T => read(asObject(body.data)?.[key]);
}

const destinationId = idOf('destination');
const sourceId = idOf('source');

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

export const activityTypes: Resolvers = {
  IssueActivity: {
    __resolveType: ({ body }) => TYPE_OF_ACTIVITY.get(asString(body.type) ?? '') ?? 'OtherActivity',
  },

  AssignmentActivity: {
    ...activityFields,
    assigneeId: data('assignee', asText),
    assigneeType: data('assigneeType', asString),
    assigneeEmail: data('assigneeEmail', asString),
    assigneeName: data('assigneeName', asString),
    integration: data('integration', asString),
  },

  MergeActivity: {
    ...activityFields,
    mergedIssueIds: data(
      'issues',
      (issues) => asObjects(issues)?.flatMap(({ id }) => asText(id) ?? []) ?? null,
    ),
  },

  NoteActivity: {
    ...activityFields,
    text: data('text', asString),
  },

  OtherActivity: activityFields,

  PriorityActivity: {
    ...activityFields,
    priority: data('priority', asString),
    reason: data('reason', asString),
  },

  RegressionActivity: {
    ...activityFields,
    version: data('version', asString),
    resolvedInVersion: data('resolved_in_version', asString),
    eventId: data('event_id', asString),
  },

  ResolutionActivity: {
    ...activityFields,
    version: data('version', asString),
    currentReleaseVersion: data('current_release_version', asString),
    commit: data('commit', asJson),
  },

  UnmergeSourceActivity: {
    ...activityFields,
    hashes: data('fingerprints', asStrings),
    destinationId,
    destination: (activity) => toIssue(activity, destinationId(activity)),
  },

  UnmergeDestinationActivity: {
    ...activityFields,
    hashes: data('fingerprints', asStrings),
    sourceId,
    source: (activity) => toIssue(activity, sourceId(activity)),
  },
};
