import { flag, wholeNumber } from './setting.ts';

const limit = (name: string, fallback: number, meaning: string) =>
  wholeNumber(name, { fallback, min: 1, max: 1_000_000 }, meaning);

/** What the gateway refuses before Sentry hears of it. */
export const GUARD_SETTINGS = {
  isReadOnly: flag('READ_ONLY', false, 'Refuse mutations'),
  maxTokens: limit('MAX_TOKENS', 10_000, 'Most tokens of a GraphQL document'),
  maxDepth: limit('MAX_DEPTH', 20, 'Most fields inside one another'),
  maxAliases: limit(
    'MAX_ALIASES',
    100,
    'Most aliases of an operation, fragments counted where they are spread',
  ),
  maxRootFields: limit('MAX_ROOT_FIELDS', 100, 'Most fields of the root type'),
  maxDirectives: limit(
    'MAX_DIRECTIVES',
    100,
    'Most directives of an operation, fragments counted where they are spread',
  ),
  maxListNesting: limit('MAX_LIST_NESTING', 10, 'Most lists inside one another'),
  maxPages: limit('MAX_PAGES', 60, 'Most pages of connections that an operation may open at worst'),
  maxUpstreamRequests: limit(
    'MAX_UPSTREAM_REQUESTS',
    60,
    'Most requests to Sentry that an operation with its variables may take at worst',
  ),
};
