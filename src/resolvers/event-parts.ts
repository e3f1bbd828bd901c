import type { Resolvers } from '../generated/resolvers-types.ts';
import {
  asBoolean,
  asFloat,
  asInt,
  asJson,
  asObject,
  asObjects,
  asString,
  asStrings,
  asText,
  type Json,
} from '../sentry/json.ts';
import type {
  EventSdkJson,
  EventTagJson,
  EventUserJson,
  EvidenceJson,
  GeoJson,
  GroupingConfigJson,
  OccurrenceJson,
  ProcessingErrorJson,
  SdkPackageJson,
  UserReportJson,
} from '../sentry/shapes/event.ts';
import { asParent, pure, readersOf } from './fields.ts';

const eventGroupingConfig = readersOf<GroupingConfigJson>();
const eventOccurrence = readersOf<OccurrenceJson>();
const eventProcessingError = readersOf<ProcessingErrorJson>();
const eventSdkPackage = readersOf<SdkPackageJson>();
const eventSdk = readersOf<EventSdkJson>();
const eventTag = readersOf<EventTagJson>();
const eventUserGeo = readersOf<GeoJson>();
const eventUserReport = readersOf<UserReportJson>();
const eventUser = readersOf<EventUserJson>();
const occurrenceEvidence = readersOf<EvidenceJson>();

function dataOf({ data, name, value, reason }: ProcessingErrorJson): Json {
  return data === undefined && name !== undefined
    ? {
        name: asJson(name),
        value: asJson(value),
        ...(reason === undefined ? {} : { reason: asJson(reason) }),
      }
    : asJson(data);
}

export const eventPartTypes: Resolvers = {
  EventAttachment: {
    attachmentId: ({ body }) => asText(body['id']),
    name: ({ body }) => asString(body['name']),
    type: ({ body }) => asString(body['type']),
    mimetype: ({ body }) => asString(body['mimetype']),
    size: ({ body }) => asFloat(body['size']),
    sha1: ({ body }) => asString(body['sha1']),
    dateCreated: ({ body }) => asString(body['dateCreated']),
    headers: ({ body }) => asJson(body['headers']),
    path: ({ path }) => path,
  },

  EventGroupingConfig: eventGroupingConfig.fields({
    id: asString,
    enhancements: asString,
  }),

  EventOccurrence: {
    ...eventOccurrence.fields({
      type: asInt,
      issueTitle: asString,
      subtitle: asString,
      culprit: asString,
      level: asString,
      fingerprint: asStrings,
      resourceId: asText,
      priority: asInt,
      assignee: asText,
      detectionTime: asFloat,
      evidenceData: asJson,
    }),
    occurrenceId: eventOccurrence.field('id', asText),
    evidenceDisplay: eventOccurrence.field('evidenceDisplay', asObjects),
    raw: asParent,
  },

  EventProcessingError: {
    ...eventProcessingError.fields({ type: asString, message: asString }),
    data: pure(dataOf),
  },

  EventSdkPackage: eventSdkPackage.fields({
    name: asString,
    version: asText,
  }),

  EventSdk: {
    ...eventSdk.fields({
      name: asString,
      version: asText,
      integrations: asStrings,
      upstream: asJson,
    }),
    packages: eventSdk.field('packages', asObjects),
  },

  EventTag: {
    ...eventTag.fields({ key: asText, value: asText, query: asString }),
    meta: eventTag.field('_meta', asJson),
  },

  EventUserGeo: {
    countryCode: eventUserGeo.field('country_code', asString),
    ...eventUserGeo.fields({ city: asString, region: asString, subdivision: asString }),
  },

  EventUserReport: {
    reportId: eventUserReport.field('id', asText),
    ...eventUserReport.fields({
      name: asString,
      email: asString,
      comments: asString,
      dateCreated: asString,
    }),
  },

  EventUser: {
    ...eventUser.fields({
      id: asText,
      email: asString,
      username: asText,
      name: asText,
      data: asJson,
    }),
    ipAddress: eventUser.field('ip_address', asString),
    geo: eventUser.field('geo', asObject),
  },

  OccurrenceEvidence: occurrenceEvidence.fields({
    name: asString,
    value: asText,
    important: asBoolean,
  }),

  SuspectCommit: {
    commitId: ({ body }) => asText(body['id']),
    message: ({ body }) => asString(body['message']),
    dateCreated: ({ body }) => asString(body['dateCreated']),
    author: ({ author }) => author,
    repository: ({ body }) => asString(asObject(body['repository'])?.['name']),
    pullRequest: ({ body }) => asJson(body['pullRequest']),
    reason: ({ body }) => asString(body['suspectCommitType']),
  },
};
