import type { Resolvers } from '../generated/resolvers-types.ts';
import { nameOfTicket } from '../sentry/external-issues.ts';
import {
  asBoolean,
  asFloat,
  asString,
  asText,
  secondsAsDateTime,
  type Unchecked,
} from '../sentry/json.ts';
import type {
  AnnotationJson,
  AssigneeJson,
  IssueCountsJson,
  IssueTagJson,
  IssueUserJson,
  OpenPeriodJson,
  TagValueJson,
} from '../sentry/shapes/issue.ts';
import { pure, readersOf } from './fields.ts';

const issueAnnotation = readersOf<AnnotationJson>();
const issueAssignee = readersOf<AssigneeJson>();
const issueCounts = readersOf<IssueCountsJson>();
const issueOpenPeriod = readersOf<OpenPeriodJson>();
const issueTag = readersOf<IssueTagJson>();
const issueTagValue = readersOf<TagValueJson>();
const issueUser = readersOf<IssueUserJson>();

/** Sentry sends event counts as strings, because JavaScript may not represent them. 300 digits are finite. */
export function asCount(value: Unchecked<number | string> | undefined): number | null {
  const text = asText(value);
  return text !== null && /^\d{1,300}$/.test(text) ? Number(text) : null;
}

/** Sentry sends the slug of a team as its name. */
function teamSlugOf({ type, name }: Pick<AssigneeJson, 'type' | 'name'>): string | null {
  return asString(type) === 'team' ? asString(name) : null;
}

export const issuePartTypes: Resolvers = {
  ExternalIssue: {
    externalIssueId: ({ body }) => asText(body['id']),
    service: ({ service }) => service,
    displayName: nameOfTicket,
    title: ({ body }) => asString(body['title']),
    url: ({ body }) => asString(body['url']) ?? asString(body['webUrl']),
  },

  IssueAnnotation: issueAnnotation.fields({
    displayName: asString,
    url: asString,
  }),

  IssueAssignee: {
    assigneeId: issueAssignee.field('id', asText),
    ...issueAssignee.fields({ type: asString, name: asString, email: asString }),
    teamSlug: pure(teamSlugOf),
  },

  IssueCounts: {
    ...issueCounts.fields({ firstSeen: asString, lastSeen: asString }),
    count: issueCounts.field('count', asCount),
    userCount: issueCounts.field('userCount', asCount),
  },

  IssueOpenPeriod: issueOpenPeriod.fields({
    start: asString,
    end: asString,
    isOpen: asBoolean,
    lastChecked: asString,
  }),

  IssueTag: issueTag.fields({
    key: asString,
    name: asString,
    totalValues: asFloat,
    uniqueValues: asFloat,
  }),

  IssueTagValue: issueTagValue.fields({
    value: asString,
    name: asString,
    count: asFloat,
    firstSeen: asString,
    lastSeen: asString,
  }),

  /** A pair: start of the interval in seconds since 1970, number of events. */
  IssueTrendPoint: {
    start: ([seconds]) => secondsAsDateTime(seconds),
    count: ([, count]) => asFloat(count),
  },

  IssueUser: {
    userId: issueUser.field('id', asText),
    ...issueUser.fields({
      type: asString,
      name: asString,
      username: asString,
      email: asString,
      lastSeen: asString,
    }),
    teamSlug: pure(teamSlugOf),
  },
};
