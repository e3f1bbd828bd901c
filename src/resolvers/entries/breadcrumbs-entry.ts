import type { BreadcrumbsEntryResolvers } from '../../generated/resolvers-types.ts';
import { asObjects } from '../../sentry/json.ts';
import type { BreadcrumbsData } from '../../sentry/shapes/entries.ts';
import { dataReader, entryFields } from './entry.ts';

const data = dataReader<BreadcrumbsData>();

export const BreadcrumbsEntry: BreadcrumbsEntryResolvers = {
  ...entryFields,
  values: data('values', asObjects),
};
