import { wholeNumber } from './setting.ts';

export const RESPONSE_SETTINGS = {
  maxResponseFields: wholeNumber(
    'MAX_RESPONSE_FIELDS',
    { fallback: 25_000, min: 1, max: 100_000_000 },
    'Maximum number of fields in a response, counted in each list item; of those that are projected (`EXECUTION`), ten count as one',
  ),
  maxResponseBytes: wholeNumber(
    'MAX_RESPONSE_BYTES',
    { fallback: 16 * 1024 * 1024, min: 1_024, max: 256 * 1024 * 1024 },
    'Maximum size of a response before compression, in bytes',
  ),
  maxErrors: wholeNumber(
    'MAX_ERRORS',
    { fallback: 200, min: 1, max: 1_000_000 },
    'Maximum number of errors in a response; further ones are omitted, and one more error reports their number',
  ),
};
