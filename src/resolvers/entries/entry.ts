import type { EntryResolvers } from '../../generated/resolvers-types.ts';
import { asJson, asString } from '../../sentry/json.ts';
import type { EntryJson } from '../../sentry/shapes/entries.ts';
import { pure, readersBelow, readersOf } from '../fields.ts';

/** Kinds of entries with a type of their own. */
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
  __resolveType: pure(({ type }: EntryJson) => {
    const kind = asString(type) ?? '';
    return Object.hasOwn(TYPE_OF_ENTRY, kind)
      ? TYPE_OF_ENTRY[kind as keyof typeof TYPE_OF_ENTRY]
      : 'UnknownEntry';
  }),
};

export const entryFields = readersOf<EntryJson>().fields({ type: asString, data: asJson });

/** Resolvers that each read a key of an entry's `data`. */
export function dataReader<Data>() {
  return readersBelow<EntryJson<Data>, 'data'>('data');
}
