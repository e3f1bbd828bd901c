import type { TraceContextResolvers } from '../../generated/resolvers-types.ts';
import { asFloat, asJson, asString, asText } from '../../sentry/json.ts';
import type { TraceContextJson } from '../../sentry/shapes/contexts.ts';
import { pure, readersOf } from '../fields.ts';

const { field, fields } = readersOf<TraceContextJson>();

export const TraceContext: TraceContextResolvers = {
  ...fields({
    op: asString,
    description: asString,
    status: asText,
    origin: asString,
    data: asJson,
  }),
  traceId: field('trace_id', asString),
  spanId: field('span_id', asString),
  parentSpanId: field('parent_span_id', asString),
  clientSampleRate: field('client_sample_rate', asFloat),
  exclusiveTime: field('exclusive_time', asFloat),
  raw: pure((context: TraceContextJson) => context),
};
