import type { SpansEntryResolvers } from '../../generated/resolvers-types.ts';
import { asObjects } from '../../sentry/json.ts';
import type { SpansEntryJson } from '../../sentry/shapes/entries.ts';
import { readersOf } from '../fields.ts';
import { entryFields } from './entry.ts';

const { field } = readersOf<SpansEntryJson>();

export const SpansEntry: SpansEntryResolvers = {
  ...entryFields,
  spans: field('data', asObjects),
};
