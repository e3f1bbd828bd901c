import type { SecurityReportEntryResolvers } from '../../generated/resolvers-types.ts';
import { asString } from '../../sentry/json.ts';
import type { SecurityReportData } from '../../sentry/shapes/entries.ts';
import { dataReader, entryFields } from './entry.ts';

const data = dataReader<SecurityReportData>();

export const SecurityReportEntry: SecurityReportEntryResolvers = {
  ...entryFields,
  documentUri: data('document_uri', asString),
  violatedDirective: data('violated_directive', asString),
  effectiveDirective: data('effective_directive', asString),
  blockedUri: data('blocked_uri', asString),
};
