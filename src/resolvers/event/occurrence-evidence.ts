import type { OccurrenceEvidenceResolvers } from '../../generated/resolvers-types.ts';
import { asBoolean, asString, asText } from '../../sentry/json.ts';
import type { EvidenceJson } from '../../sentry/shapes/event.ts';
import { readersOf } from '../fields.ts';

const { fields } = readersOf<EvidenceJson>();

export const OccurrenceEvidence: OccurrenceEvidenceResolvers = fields({
  name: asString,
  value: asText,
  important: asBoolean,
});
