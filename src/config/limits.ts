import { flag, wholeNumber } from './setting.ts';

const limit = (name: string, fallback: number, description: string) =>
  wholeNumber(name, { fallback, min: 1, max: 1_000_000 }, description);

/** What the gateway refuses before it sends a request to Sentry. */
export const GUARD_SETTINGS = {
  isReadOnly: flag('READ_ONLY', false, 'Refuse mutations'),
  maxDocumentLength: limit(
    'MAX_DOCUMENT_LENGTH',
    100_000,
    'Maximum length of a GraphQL document, in characters',
  ),
  maxDocumentLines: limit(
    'MAX_DOCUMENT_LINES',
    5_000,
    'Maximum number of lines in a GraphQL document',
  ),
  maxTokens: limit('MAX_TOKENS', 10_000, 'Maximum number of tokens in a GraphQL document'),
  maxNesting: limit(
    'MAX_NESTING',
    100,
    'Maximum nesting depth of brackets in a document, and of lists and objects in its variables',
  ),
  maxNameLength: limit(
    'MAX_NAME_LENGTH',
    256,
    'Maximum length of a name or alias in a document, in characters',
  ),
  maxVariableValues: limit(
    'MAX_VARIABLE_VALUES',
    10_000,
    'Maximum number of values in the variables of an operation: list items and object fields at any depth',
  ),
  maxTextLength: limit(
    'MAX_TEXT_LENGTH',
    10_000,
    'Maximum length of a text in the variables of an operation, in characters',
  ),
  maxDepth: limit('MAX_DEPTH', 20, 'Maximum nesting depth of fields'),
  maxFields: limit(
    'MAX_FIELDS',
    10_000,
    'Maximum number of fields and fragments that an operation selects; those of a fragment count wherever it is spread',
  ),
  maxAliases: limit(
    'MAX_ALIASES',
    100,
    'Maximum number of aliases in an operation; those of a fragment count wherever it is spread',
  ),
  maxRootFields: limit('MAX_ROOT_FIELDS', 100, 'Maximum number of root fields in an operation'),
  maxDirectives: limit(
    'MAX_DIRECTIVES',
    100,
    'Maximum number of directives in an operation; those of a fragment count wherever it is spread',
  ),
  maxListNesting: limit('MAX_LIST_NESTING', 10, 'Maximum nesting depth of lists'),
  maxArgumentCharacters: wholeNumber(
    'MAX_ARGUMENT_CHARACTERS',
    { fallback: 10_000_000, min: 1_000, max: 1_000_000_000 },
    'Maximum characters of the arguments of an operation, counted for each object that their field is read for',
  ),
  maxPages: limit(
    'MAX_PAGES',
    60,
    'Maximum number of connection pages that an operation may read in the worst case',
  ),
  maxUpstreamRequests: limit(
    'MAX_UPSTREAM_REQUESTS',
    60,
    'Maximum number of requests to Sentry for one operation: one that may need more is refused, and none sends more',
  ),
  maxUpstreamBytes: wholeNumber(
    'MAX_UPSTREAM_BYTES',
    { fallback: 20 * 1024 * 1024, min: 1_024, max: 1024 * 1024 * 1024 },
    'Maximum size of the responses of Sentry for one operation, decompressed, in bytes; further requests are refused',
  ),
};

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
