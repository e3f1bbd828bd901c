import type { ExceptionEntryResolvers } from '../../generated/resolvers-types.ts';
import { asBoolean, asObjects } from '../../sentry/json.ts';
import type { ExceptionData } from '../../sentry/shapes/entries.ts';
import { dataReader, entryFields } from './entry.ts';
import { asRange } from './range.ts';

const data = dataReader<ExceptionData>();

export const ExceptionEntry: ExceptionEntryResolvers = {
  ...entryFields,
  values: data('values', asObjects),
  hasSystemFrames: data('hasSystemFrames', asBoolean),
  excOmitted: data('excOmitted', asRange),
};
