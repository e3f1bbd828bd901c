import type { Json, JsonList, JsonObject, Shape } from '../json.ts';
import type {
  ExceptionValueJson,
  SourceLineJson,
  StacktraceJson,
  ThreadJson,
} from './stack-trace.ts';

/** An entry of an event: its kind and its data. */
export type EntryJson<Data = unknown> = Shape<{ type: string; data: Data }>;

export type ExceptionEntryJson = EntryJson<ExceptionData>;
export type ThreadsEntryJson = EntryJson<ThreadsData>;
export type MessageEntryJson = EntryJson<MessageData>;
export type BreadcrumbsEntryJson = EntryJson<BreadcrumbsData>;
export type RequestEntryJson = EntryJson<RequestData>;
export type TemplateEntryJson = EntryJson<TemplateData>;
export type SecurityReportEntryJson = EntryJson<SecurityReportData>;
export type DebugImagesEntryJson = EntryJson<DebugImagesData>;
export type StacktraceEntryJson = EntryJson<StacktraceJson>;
export type SpansEntryJson = EntryJson<readonly SpanJson[]>;

export type ExceptionData = Shape<{
  values: readonly ExceptionValueJson[];
  hasSystemFrames: boolean;
  excOmitted: readonly [from: number, to: number];
}>;

export type ThreadsData = Shape<{ values: readonly ThreadJson[] }>;

export type MessageData = Shape<{ formatted: string; message: string; params: Json }>;

export type BreadcrumbsData = Shape<{ values: readonly BreadcrumbJson[] }>;

export type BreadcrumbJson = Shape<{
  type: string;
  level: string;
  timestamp: string;
  message: string;
  category: string;
  data: Json;
  event_id: string;
}>;

export type RequestData = Shape<{
  method: string;
  url: string;
  fragment: string;
  query: readonly (NamedValueJson | null)[] | string;
  /** Null for a pair that Sentry removed. */
  headers: readonly (NamedValueJson | null)[];
  /** On GlitchTip, an object or a string if the SDK sent one. */
  cookies: readonly (NamedValueJson | null)[] | JsonObject | string;
  data: Json;
  env: Json;
  inferredContentType: string;
  apiTarget: string;
}>;

/** `[name, value]` */
export type NamedValueJson = JsonList;

export type TemplateData = Shape<{
  filename: string;
  lineNo: number;
  context: readonly SourceLineJson[];
}>;

/** The keys of a `csp` report; the other kinds of reports have others. */
export type SecurityReportData = Shape<{
  document_uri: string;
  violated_directive: string;
  effective_directive: string;
  blocked_uri: string;
  referrer: string;
  original_policy: string;
  disposition: string;
  status_code: number;
  source_file: string;
  line_number: number;
  column_number: number;
  script_sample: string;
}>;

export type DebugImagesData = Shape<{
  /** Null for an image that Sentry removed. */
  images: readonly (DebugImageJson | null)[];
  sdk_info: Json;
}>;

export type DebugImageJson = Shape<{
  type: string;
  code_file: string;
  code_id: string;
  debug_id: string;
  uuid: string;
  debug_file: string;
  arch: string;
  image_addr: string;
  image_size: number;
  image_vmaddr: string;
  debug_status: string;
  unwind_status: string;
  features: Json;
  candidates: Json;
}>;

export type SpanJson = Shape<{
  span_id: string;
  parent_span_id: string;
  trace_id: string;
  op: string;
  description: string;
  status: string;
  start_timestamp: number;
  timestamp: number;
  tags: Json;
  data: Json;
}>;
