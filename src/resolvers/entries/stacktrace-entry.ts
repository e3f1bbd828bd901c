import type { StacktraceEntryResolvers } from '../../generated/resolvers-types.ts';
import { asObject } from '../../sentry/json.ts';
import type { StacktraceEntryJson } from '../../sentry/shapes/entries.ts';
import { readersOf } from '../fields.ts';
import { entryFields } from './entry.ts';

const { field } = readersOf<StacktraceEntryJson>();

export const StacktraceEntry: StacktraceEntryResolvers = {
  ...entryFields,
  stacktrace: field('data', asObject),
};
