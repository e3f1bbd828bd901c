import type {
  EventOccurrenceResolvers,
  OccurrenceEvidenceResolvers,
} from '../generated/resolvers-types.ts';
import {
  asBoolean,
  asFloat,
  asInt,
  asJson,
  asObjects,
  asString,
  asStrings,
  asText,
  type JsonObject,
} from '../sentry/json.ts';
import { field, fields, pure } from './fields.ts';

export const EventOccurrence: EventOccurrenceResolvers = {
  ...fields({
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
    evidenceDisplay: asObjects,
  }),
  occurrenceId: field('id', asText),
  raw: pure((occurrence: JsonObject) => occurrence),
};

export const OccurrenceEvidence: OccurrenceEvidenceResolvers = fields({
  name: asString,
  value: asText,
  important: asBoolean,
});
