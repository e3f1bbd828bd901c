import type { SecurityReportEntryResolvers } from '../../generated/resolvers-types.ts';
import { asInt, asString } from '../../sentry/json.ts';
import type { SecurityReportData } from '../../sentry/shapes/entries.ts';
import { dataReader, entryFields } from './entry.ts';

const data = dataReader<SecurityReportData>();

export const SecurityReportEntry: SecurityReportEntryResolvers = {
  ...entryFields,
  documentUri: data('document_uri', asString),
  violatedDirective: data('violated_directive', asString),
  effectiveDirective: data('effective_directive', asString),
  blockedUri: data('blocked_uri', asString),
  referrer: data('referrer', asString),
  originalPolicy: data('original_policy', asString),
  disposition: data('disposition', asString),
  statusCode: data('status_code', asInt),
  sourceFile: data('source_file', asString),
  lineNumber: data('line_number', asInt),
  columnNumber: data('column_number', asInt),
  scriptSample: data('script_sample', asString),
};
