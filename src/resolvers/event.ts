import type { EventResolvers } from '../generated/resolvers-types.ts';
import { encodeGlobalId } from '../global-id.ts';
import { eventIdOf, eventTypeOf, projectOf, type SentryEvent } from '../sentry/events.ts';
import {
  asFloat,
  asInt,
  asJson,
  asObject,
  asObjects,
  asString,
  asStrings,
  asText,
} from '../sentry/json.ts';
import { projectById } from '../sentry/projects.ts';
import {
  attachmentsOf,
  detail,
  groupingOf,
  issueOf,
  neighbour,
  releaseOf,
  suspectCommitsOf,
} from './event-requests.ts';
import { pure, readersBelow } from './fields.ts';

const body = readersBelow<SentryEvent, 'body'>('body');

export const Event: EventResolvers = {
  id: pure((event: SentryEvent) => {
    const { organization, body } = event;
    const issue = issueOf(event);
    return issue === ''
      ? encodeGlobalId(EVENT_OF_PROJECT, organization, projectOf(body), eventIdOf(body))
      : encodeGlobalId('Event', organization, issue, eventIdOf(body));
  }),
  issue: (event) => {
    const issue = issueOf(event);
    return issue === '' ? null : { organization: event.organization, issue };
  },
  project: ({ organization, body }) => {
    const id = projectOf(body);
    return id === '' ? null : projectById(organization, id);
  },
  organizationSlug: pure(({ organization }: SentryEvent) => organization),
  eventId: pure(({ body }: SentryEvent) => eventIdOf(body)),
  sentryId: body('id', asText),
  issueId: body('groupID', asText),
  projectId: body('projectID', asText),
  message: body('message', asString),
  title: body('title', asString),
  location: body('location', asString),
  culprit: body('culprit', asString),
  platform: body('platform', asString),
  type: pure(({ body }: SentryEvent) => eventTypeOf(body)),
  dist: body('dist', asText),
  size: body('size', asInt),
  dateCreated: body('dateCreated', asString),
  dateReceived: body('dateReceived', asString),
  tags: body('tags', asObjects),
  user: body('user', asObject),
  sdk: body('sdk', asObject),
  errors: body('errors', asObjects),
  metadata: body('metadata', asJson),
  fingerprints: body('fingerprints', asStrings),
  contexts: body('contexts', asJson),
  knownContexts: body('contexts', asObject),
  extra: body('context', asJson),
  packages: body('packages', asJson),
  entries: body('entries', asObjects),
  meta: body('_meta', asJson),
  crashFile: body('crashFile', asJson),
  groupingConfig: body('groupingConfig', asObject),
  grouping: groupingOf,
  attachments: attachmentsOf,
  suspectCommits: suspectCommitsOf,
  occurrence: body('occurrence', asObject),
  release: releaseOf,
  previousEvent: neighbour('previousEventID'),
  nextEvent: neighbour('nextEventID'),
  resolvedWith: detail('resolvedWith', asStrings),
  userReport: detail('userReport', asObject),
  sdkUpdates: detail('sdkUpdates', asJson),
  startTimestamp: body('startTimestamp', asFloat),
  endTimestamp: body('endTimestamp', asFloat),
  measurements: body('measurements', asJson),
  breakdowns: body('breakdowns', asJson),
  raw: pure(({ body }: SentryEvent) => body),
};

/** Type in the global ID of an event without an issue: a transaction. */
export const EVENT_OF_PROJECT = 'EventOfProject';
