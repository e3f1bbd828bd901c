import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import type { IssueActivityArgs, IssueResolvers } from '../generated/resolvers-types.ts';
import { encodeGlobalId } from '../global-id.ts';
import type { Loaders } from '../loaders/index.ts';
import { isDetail, loadIssueId } from '../loaders/issue.ts';
import { loadEventConnection } from '../loaders/issue-events.ts';
import { findHash, loadHashConnection } from '../loaders/issue-hashes.ts';
import { toProjectRef } from '../loaders/project.ts';
import { loadTagValueConnection } from '../loaders/tag-values.ts';
import { type Selection, selectionOf } from '../selection.ts';
import type { IssuePart } from '../sentry/api.ts';
import { NAMED_EVENTS, type NamedEvent } from '../sentry/events.ts';
import { type IssueRef, isNumericId } from '../sentry/issues.ts';
import {
  asBoolean,
  asFloat,
  asInt,
  asJson,
  asObject,
  asObjects,
  asString,
  type Json,
} from '../sentry/json.ts';
import type {
  ActivityJson,
  IssueDetailJson,
  IssueJson,
  SentryActivity,
} from '../sentry/shapes/issue.ts';
import { asAnnotations } from './annotations.ts';
import { compareHashes } from './compare-hashes.ts';
import { checkExistence } from './existence.ts';
import { toTimeWindow } from './issue-filter.ts';
import { asCount } from './issue-parts.ts';
import { filteredOf, trendOf } from './issue-stats.ts';
import { exceedsLightEvent } from './light-event.ts';
import { sharesRequest } from './shared-request.ts';

const NODES = [['nodes'], ['edges', 'node']];
const LATEST_EVENTS = NODES.map((path) => [...path, 'latestEvent']);

/** Fields that lists leave out: they share one request for each issue. */
const ownPageFields = {
  tags: ownPage('tags', asObjects),
  firstRelease: ownPage('firstRelease', asObject),
  lastRelease: ownPage('lastRelease', asObject),
  activity: sharesRequest(
    async (
      issue: IssueRef,
      { types }: IssueActivityArgs,
      { loaders }: Context,
    ): Promise<readonly SentryActivity[] | null> => {
      const { activity } = await loaders.issue.loadDetail(issue);
      const isChosen = ({ type }: ActivityJson) =>
        !types?.length || types.includes(asString(type) ?? '');
      const chosen = asObjects(activity)?.filter(isChosen) ?? null;
      return chosen?.map((body) => ({ organization: issue.organization, body })) ?? null;
    },
  ),
  seenBy: ownPage('seenBy', asObjects),
  participants: ownPage('participants', asObjects),
  userReportCount: ownPage('userReportCount', asInt),
  stats: ownPage('stats', asJson),
  openPeriods: ownPage('openPeriods', asObjects),
  raw: sharesRequest(async (issue: IssueRef, _args: object, { loaders }: Context) => {
    const detail = await loaders.issue.loadDetail(issue);
    return isDetail(detail) ? detail : loaders.issuePart.load({ ...nameOf(issue), part: 'raw' });
  }),
};

export const Issue: IssueResolvers = {
  id: async (issue, _args, { loaders }) =>
    encodeGlobalId('Issue', issue.organization, await loadIssueId(loaders.issue, issue)),
  organizationSlug: ({ organization }) => organization,
  issueId: (issue, _args, { loaders }) => loadIssueId(loaders.issue, issue),
  shortId: detail('shortId', asString),
  title: detail('title', asString),
  culprit: detail('culprit', asString),
  status: detail('status', asString),
  substatus: detail('substatus', asString),
  level: detail('level', asString),
  priority: detail('priority', asString),
  type: detail('issueType', asString),
  category: detail('issueCategory', asString),
  platform: detail('platform', asString),
  logger: detail('logger', asString),
  permalink: detail('permalink', asString),
  isUnhandled: detail('isUnhandled', asBoolean),
  count: detail('count', asCount),
  userCount: detail('userCount', asCount),
  firstSeen: detail('firstSeen', asString),
  lastSeen: detail('lastSeen', asString),
  filtered: filteredOf,
  // Outside a list, an issue's own counts have no window.
  lifetime: async (issue, _args, { loaders }) => {
    const row = issue.listed ?? (await loaders.issue.load(issue));
    return asObject(row.lifetime) ?? row;
  },
  trend: trendOf,
  metadata: detail('metadata', asJson),
  assignedTo: detail('assignedTo', asObject),
  seerFixabilityScore: detail('seerFixabilityScore', asFloat),
  annotations: detail('annotations', asAnnotations),
  project: async (issue, _args, { loaders }) => {
    const project = asObject((issue.listed ?? (await loaders.issue.load(issue))).project);
    return project && toProjectRef(issue.organization, project);
  },
  statusDetails: detail('statusDetails', asJson),
  priorityLockedAt: detail('priorityLockedAt', asString),
  numComments: detail('numComments', asInt),
  isPublic: detail('isPublic', asBoolean),
  shareId: detail('shareId', asString),
  isBookmarked: detail('isBookmarked', asBoolean),
  isSubscribed: detail('isSubscribed', asBoolean),
  subscriptionDetails: detail('subscriptionDetails', asJson),
  hasSeen: detail('hasSeen', asBoolean),
  ...ownPageFields,
  events: (issue, { query, ...args }, { loaders }, info) => {
    const selection = selectionOf(info);
    const isFull = NODES.some((path) => exceedsLightEvent(selection.at(...path)));
    const filter = {
      query: query || undefined,
      environment: args.environment ?? [],
      ...toTimeWindow(args),
    };
    return loadEventConnection(loaders, { ...issue, filter }, args, isFull);
  },
  externalIssues: (issue, _args, { loaders }) => loaders.externalIssues.load(issue),
  tagValues: (issue, { key, ...args }, { loaders }) =>
    loadTagValueConnection(loaders.tagValues, { ...nameOf(issue), key }, args),
  latestEvent: eventOf('latest'),
  oldestEvent: eventOf('oldest'),
  recommendedEvent: eventOf('recommended'),
  event: async ({ organization, issue }, { id }, { loaders }, info) => {
    const isFull = exceedsLightEvent(selectionOf(info));
    const body = await loaders.event.load({ organization, issue, id, isFull });
    return body && { organization, issue, body };
  },
  organization: ({ organization }) => ({ slug: organization }),
  hashes: (issue, args, { loaders }, info) => {
    const selection = selectionOf(info);
    const isFull = LATEST_EVENTS.some((path) => exceedsLightEvent(selection.at(...path)));
    return loadHashConnection(loaders, issue, args, { isFull, isOneOfMany: isInList(info.path) });
  },
  hash: async (issue, { hash }, { loaders }) => (await findHash(loaders, issue, hash)) ?? null,
  compareHashes,
};

function isInList({ key, prev }: GraphQLResolveInfo['path']): boolean {
  return typeof key === 'number' || (prev !== undefined && isInList(prev));
}

function detail<Key extends keyof IssueJson, T>(
  key: Key,
  read: (value: IssueJson[Key] | undefined) => T,
) {
  return (issue: IssueRef, _args: object, { loaders }: Context): T | Promise<T> =>
    issue.listed
      ? read(issue.listed[key])
      : loaders.issue.load(issue).then((detail) => read(detail[key]));
}

function nameOf({ organization, issue }: IssueRef) {
  return { organization, issue };
}

function ownPage<Key extends IssuePart & keyof IssueDetailJson, T>(
  key: Key,
  read: (value: IssueDetailJson[Key] | undefined) => T,
) {
  return sharesRequest(async (issue: IssueRef, _args: object, { loaders }: Context): Promise<T> => {
    const detail = await loaders.issue.loadDetail(issue);
    return read(
      key in detail
        ? detail[key]
        : ((await loaders.issuePart.load({ ...nameOf(issue), part: key })) as Json &
            IssueDetailJson[Key]),
    );
  });
}

/** The event that Sentry chooses for `latest`, `oldest` or `recommended`. */
function eventOf(name: NamedEvent) {
  return async (issue: IssueRef, _args: object, { loaders }: Context) => {
    const body = await loaders.namedEvent.load({ ...nameOf(issue), name });
    return body && { ...nameOf(issue), body };
  };
}

/**
 * An issue by name; its requests start in parallel.
 *
 * An issue that does not exist is null: the request of a named event shows it, otherwise its detail. Lists and events
 * by ID show it too, but their fields report it themselves.
 */
export async function resolveIssueRef(
  loaders: Loaders,
  issue: IssueRef,
  selection: Selection,
): Promise<IssueRef> {
  const events = NAMED_EVENTS.filter((name) => selection.has(`${name}Event`)).map((name) =>
    loaders.namedEvent.load({ ...nameOf(issue), name }),
  );
  const hasEvents = events.length > 0 || selection.has('event');
  const hasLists = FIELDS_THAT_PROVE_ISSUE.some((field) => selection.has(field));
  const detail =
    needsDetail(issue, selection) || !(hasEvents || hasLists)
      ? loadSelected(loaders, issue, selection)
      : undefined;
  for (const request of [detail, ...events]) {
    request?.catch(() => undefined); // reported by each field that reads it
  }
  const proof = detail ?? events[0];
  if (proof && !hasLists) {
    await checkExistence<unknown>(proof, hasEvents);
  }
  return issue;
}

function loadSelected({ issue: issues }: Loaders, issue: IssueRef, selection: Selection) {
  return Object.keys(ownPageFields).some((field) => selection.has(field))
    ? issues.loadDetail(issue)
    : issues.load(issue);
}

function needsDetail({ issue }: IssueRef, selection: Selection): boolean {
  return selection.names.some(
    (field) =>
      !FIELDS_WITHOUT_DETAIL.has(field) || (FIELDS_OF_NUMERIC_ID.has(field) && !isNumericId(issue)),
  );
}

/** Lists of an issue, which are not found if the issue does not exist. */
const FIELDS_THAT_PROVE_ISSUE = [
  'hashes',
  'events',
  'hash',
  'compareHashes',
  'tagValues',
  'externalIssues',
];
const FIELDS_WITH_OWN_REQUEST = ['event', 'latestEvent', 'oldestEvent', 'recommendedEvent'];
const FIELDS_OF_NUMERIC_ID: ReadonlySet<string> = new Set(['id', 'issueId']);
const FIELDS_WITHOUT_DETAIL: ReadonlySet<string> = new Set([
  ...FIELDS_OF_NUMERIC_ID,
  'organizationSlug',
  'organization',
  ...FIELDS_THAT_PROVE_ISSUE,
  ...FIELDS_WITH_OWN_REQUEST,
]);
