import type {
  DebugImageResolvers,
  DebugImagesEntryResolvers,
  SecurityReportEntryResolvers,
  SpanResolvers,
  SpansEntryResolvers,
  TemplateEntryResolvers,
} from '../generated/resolvers-types.ts';
import {
  asFloat,
  asInt,
  asJson,
  asList,
  asLists,
  asObject,
  asObjects,
  asString,
  type Json,
  type JsonObject,
} from '../sentry/json.ts';
import { data, entryFields } from './entry.ts';
import { field, fields } from './fields.ts';

export const TemplateEntry: TemplateEntryResolvers = {
  ...entryFields,
  filename: data('filename', asString),
  lineNo: data('lineNo', asInt),
  context: data('context', asLists),
};

export const SecurityReportEntry: SecurityReportEntryResolvers = {
  ...entryFields,
  documentUri: data('document_uri', asString),
  violatedDirective: data('violated_directive', asString),
  effectiveDirective: data('effective_directive', asString),
  blockedUri: data('blocked_uri', asString),
};

export const DebugImagesEntry: DebugImagesEntryResolvers = {
  ...entryFields,
  images: data('images', asObjectsOrNull),
  sdkInfo: data('sdk_info', asJson),
};

export const DebugImage: DebugImageResolvers = {
  ...fields({ type: asString, arch: asString, features: asJson, candidates: asJson }),
  codeFile: field('code_file', asString),
  codeId: field('code_id', asString),
  debugId: field('debug_id', asString),
  debugFile: field('debug_file', asString),
  imageAddr: field('image_addr', asString),
  imageSize: field('image_size', asFloat),
  imageVmaddr: field('image_vmaddr', asString),
  debugStatus: field('debug_status', asString),
  unwindStatus: field('unwind_status', asString),
};

export const SpansEntry: SpansEntryResolvers = {
  ...entryFields,
  spans: field('data', asObjects),
};

export const Span: SpanResolvers = {
  ...fields({
    op: asString,
    description: asString,
    timestamp: asFloat,
    tags: asJson,
    data: asJson,
  }),
  spanId: field('span_id', asString),
  parentSpanId: field('parent_span_id', asString),
  traceId: field('trace_id', asString),
  startTimestamp: field('start_timestamp', asFloat),
};

/** The items of a list in their places, null for what is not an object. */
function asObjectsOrNull(value: Json | undefined): readonly (JsonObject | null)[] | null {
  return asList(value)?.map(asObject) ?? null;
}
