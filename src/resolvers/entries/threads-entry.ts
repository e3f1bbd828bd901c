import type { ThreadsEntryResolvers } from '../../generated/resolvers-types.ts';
import { asObjects } from '../../sentry/json.ts';
import type { ThreadsData } from '../../sentry/shapes/entries.ts';
import { dataReader, entryFields } from './entry.ts';

const data = dataReader<ThreadsData>();

export const ThreadsEntry: ThreadsEntryResolvers = {
  ...entryFields,
  values: data('values', asObjects),
};
