import type { TemplateEntryResolvers } from '../../generated/resolvers-types.ts';
import { asInt, asLists, asString } from '../../sentry/json.ts';
import type { TemplateData } from '../../sentry/shapes/entries.ts';
import { dataReader, entryFields } from './entry.ts';

const data = dataReader<TemplateData>();

export const TemplateEntry: TemplateEntryResolvers = {
  ...entryFields,
  filename: data('filename', asString),
  lineNo: data('lineNo', asInt),
  context: data('context', asLists),
};
