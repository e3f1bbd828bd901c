import type { SpanResolvers } from '../../generated/resolvers-types.ts';
import { asFloat, asJson, asString, asText } from '../../sentry/json.ts';
import type { SpanJson } from '../../sentry/shapes/entries.ts';
import { readersOf } from '../fields.ts';

const { field, fields } = readersOf<SpanJson>();

export const Span: SpanResolvers = {
  ...fields({
    op: asString,
    description: asString,
    status: asText,
    timestamp: asFloat,
    tags: asJson,
    data: asJson,
  }),
  spanId: field('span_id', asString),
  parentSpanId: field('parent_span_id', asString),
  traceId: field('trace_id', asString),
  startTimestamp: field('start_timestamp', asFloat),
};
