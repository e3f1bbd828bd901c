import type { EventOccurrenceResolvers } from '../../generated/resolvers-types.ts';
import {
  asFloat,
  asInt,
  asJson,
  asObjects,
  asString,
  asStrings,
  asText,
} from '../../sentry/json.ts';
import type { OccurrenceJson } from '../../sentry/shapes/event.ts';
import { pure, readersOf } from '../fields.ts';

const { field, fields } = readersOf<OccurrenceJson>();

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
  }),
  occurrenceId: field('id', asText),
  evidenceDisplay: field('evidenceDisplay', asObjects),
  raw: pure((occurrence: OccurrenceJson) => occurrence),
};
