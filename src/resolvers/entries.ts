import type { Resolvers } from '../generated/resolvers-types.ts';
import {
  asBoolean,
  asFloat,
  asInt,
  asJson,
  asLists,
  asObject,
  asObjects,
  asObjectsOrNull,
  asString,
  asText,
  type JsonList,
} from '../sentry/json.ts';
import type {
  BreadcrumbJson,
  BreadcrumbsData,
  DebugImageJson,
  DebugImagesData,
  EntryJson,
  ExceptionData,
  MessageData,
  RequestData,
  SecurityReportData,
  SpanJson,
  SpansEntryJson,
  StacktraceEntryJson,
  TemplateData,
  ThreadsData,
} from '../sentry/shapes/entries.ts';
import { pure, readersBelow, readersOf } from './fields.ts';
import { asCookies, asNamedValues } from './named-values.ts';
import { asRange } from './stack-trace.ts';

const breadcrumb = readersOf<BreadcrumbJson>();
const breadcrumbsData = dataReader<BreadcrumbsData>();
const debugImage = readersOf<DebugImageJson>();
const debugImagesData = dataReader<DebugImagesData>();
const exceptionData = dataReader<ExceptionData>();
const messageData = dataReader<MessageData>();
const requestData = dataReader<RequestData>();
const securityReportData = dataReader<SecurityReportData>();
const span = readersOf<SpanJson>();
const spansEntry = readersOf<SpansEntryJson>();
const stacktraceEntry = readersOf<StacktraceEntryJson>();
const templateData = dataReader<TemplateData>();
const threadsData = dataReader<ThreadsData>();

/** Kinds of entries with a type of their own. */
const TYPE_OF_ENTRY = new Map(
  Object.entries({
    exception: 'ExceptionEntry',
    stacktrace: 'StacktraceEntry',
    threads: 'ThreadsEntry',
    message: 'MessageEntry',
    breadcrumbs: 'BreadcrumbsEntry',
    request: 'RequestEntry',
    template: 'TemplateEntry',
    csp: 'SecurityReportEntry',
    hpkp: 'SecurityReportEntry',
    expectct: 'SecurityReportEntry',
    expectstaple: 'SecurityReportEntry',
    nel: 'SecurityReportEntry',
    debugmeta: 'DebugImagesEntry',
    spans: 'SpansEntry',
  } as const),
);

const entryFields = readersOf<EntryJson>().fields({ type: asString, data: asJson });

/** Resolvers that each read a key of an entry's `data`. */
function dataReader<Data>() {
  return readersBelow<EntryJson<Data>, 'data'>('data');
}

export const entryTypes: Resolvers = {
  Entry: {
    __resolveType: pure(
      ({ type }: EntryJson) => TYPE_OF_ENTRY.get(asString(type) ?? '') ?? 'UnknownEntry',
    ),
  },

  Breadcrumb: {
    ...breadcrumb.fields({
      type: asString,
      level: asString,
      timestamp: asString,
      message: asString,
      category: asString,
      data: asJson,
    }),
    eventId: breadcrumb.field('event_id', asString),
  },

  BreadcrumbsEntry: {
    ...entryFields,
    values: breadcrumbsData('values', asObjects),
  },

  DebugImage: {
    ...debugImage.fields({
      type: asString,
      uuid: asString,
      arch: asString,
      features: asJson,
      candidates: asJson,
    }),
    codeFile: debugImage.field('code_file', asString),
    codeId: debugImage.field('code_id', asString),
    debugId: debugImage.field('debug_id', asString),
    debugFile: debugImage.field('debug_file', asString),
    imageAddr: debugImage.field('image_addr', asString),
    imageSize: debugImage.field('image_size', asFloat),
    imageVmaddr: debugImage.field('image_vmaddr', asString),
    debugStatus: debugImage.field('debug_status', asString),
    unwindStatus: debugImage.field('unwind_status', asString),
  },

  DebugImagesEntry: {
    ...entryFields,
    images: debugImagesData('images', asObjectsOrNull),
    sdkInfo: debugImagesData('sdk_info', asJson),
  },

  ExceptionEntry: {
    ...entryFields,
    values: exceptionData('values', asObjects),
    hasSystemFrames: exceptionData('hasSystemFrames', asBoolean),
    excOmitted: exceptionData('excOmitted', asRange),
  },

  MessageEntry: {
    ...entryFields,
    formatted: messageData('formatted', asString),
    message: messageData('message', asString),
    params: messageData('params', asJson),
  },

  RequestEntry: {
    ...entryFields,
    method: requestData('method', asString),
    url: requestData('url', asString),
    fragment: requestData('fragment', asString),
    query: requestData('query', asNamedValues),
    queryString: requestData('query', asString),
    headers: requestData('headers', asNamedValues),
    cookies: requestData('cookies', asCookies),
    body: requestData('data', asJson),
    env: requestData('env', asJson),
    inferredContentType: requestData('inferredContentType', asString),
    apiTarget: requestData('apiTarget', asString),
  },

  RequestParameter: {
    name: pure(([name]: JsonList) => asText(name)),
    value: pure(([, value]: JsonList) => asText(value)),
  },

  SecurityReportEntry: {
    ...entryFields,
    documentUri: securityReportData('document_uri', asString),
    violatedDirective: securityReportData('violated_directive', asString),
    effectiveDirective: securityReportData('effective_directive', asString),
    blockedUri: securityReportData('blocked_uri', asString),
    referrer: securityReportData('referrer', asString),
    originalPolicy: securityReportData('original_policy', asString),
    disposition: securityReportData('disposition', asString),
    statusCode: securityReportData('status_code', asInt),
    sourceFile: securityReportData('source_file', asString),
    lineNumber: securityReportData('line_number', asInt),
    columnNumber: securityReportData('column_number', asInt),
    scriptSample: securityReportData('script_sample', asString),
  },

  Span: {
    ...span.fields({
      op: asString,
      description: asString,
      status: asText,
      timestamp: asFloat,
      tags: asJson,
      data: asJson,
    }),
    spanId: span.field('span_id', asString),
    parentSpanId: span.field('parent_span_id', asString),
    traceId: span.field('trace_id', asString),
    startTimestamp: span.field('start_timestamp', asFloat),
  },

  SpansEntry: {
    ...entryFields,
    spans: spansEntry.field('data', asObjects),
  },

  StacktraceEntry: {
    ...entryFields,
    stacktrace: stacktraceEntry.field('data', asObject),
  },

  TemplateEntry: {
    ...entryFields,
    filename: templateData('filename', asString),
    lineNo: templateData('lineNo', asInt),
    context: templateData('context', asLists),
  },

  ThreadsEntry: {
    ...entryFields,
    values: threadsData('values', asObjects),
  },

  UnknownEntry: entryFields,
};
