import type {
  BreadcrumbResolvers,
  BreadcrumbsEntryResolvers,
  EntryResolvers,
  MessageEntryResolvers,
  RequestEntryResolvers,
  RequestParameterResolvers,
  UnknownEntryResolvers,
} from '../generated/resolvers-types.ts';
import {
  asJson,
  asList,
  asObject,
  asObjects,
  asString,
  asText,
  type Json,
  type JsonObject,
} from '../sentry/json.ts';
import { field, fields, pure, reader } from './fields.ts';

/** The types that have one of their own, by the `type` that an entry carries. */
const TYPE_OF_ENTRY = {
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
} as const;

export const Entry: EntryResolvers = {
  __resolveType: pure(({ type }: JsonObject) =>
    Object.hasOwn(TYPE_OF_ENTRY, asString(type) ?? '')
      ? TYPE_OF_ENTRY[type as keyof typeof TYPE_OF_ENTRY]
      : 'UnknownEntry',
  ),
};

/** What every entry has. */
export const entryFields = fields({ type: asString, data: asJson });

/** Reads a key of an entry's `data`. */
export function data<T>(key: string, read: (value: Json | undefined) => T) {
  return reader(
    ['data', key],
    read,
    (entry: JsonObject): T => read(asObject(entry['data'])?.[key]),
  );
}

export const MessageEntry: MessageEntryResolvers = {
  ...entryFields,
  formatted: data('formatted', asString),
  message: data('message', asString),
  params: data('params', asJson),
};

export const BreadcrumbsEntry: BreadcrumbsEntryResolvers = {
  ...entryFields,
  values: data('values', asObjects),
};

export const Breadcrumb: BreadcrumbResolvers = {
  ...fields({
    type: asString,
    level: asString,
    timestamp: asString,
    message: asString,
    category: asString,
    data: asJson,
  }),
  eventId: field('event_id', asString),
};

export const RequestEntry: RequestEntryResolvers = {
  ...entryFields,
  method: data('method', asString),
  url: data('url', asString),
  fragment: data('fragment', asString),
  query: data('query', asPairs),
  queryString: data('query', asString),
  headers: data('headers', asPairs),
  cookies: data('cookies', asPairs),
  body: data('data', asJson),
  env: data('env', asJson),
  inferredContentType: data('inferredContentType', asString),
  apiTarget: data('apiTarget', asString),
};

type Pair = readonly Json[];

/** Names and values, in lists of two; Sentry has null for a pair that it removed. */
function asPairs(value: Json | undefined): readonly (Pair | null)[] | null {
  return asList(value)?.map(asList) ?? null;
}

export const RequestParameter: RequestParameterResolvers = {
  name: pure(([name]: Pair) => asText(name)),
  value: pure(([, value]: Pair) => asText(value)),
};

export const UnknownEntry: UnknownEntryResolvers = entryFields;
