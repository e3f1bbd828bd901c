import { flag, wholeNumber } from './setting.ts';

export const FEDERATION_SETTINGS = {
  hasNodeQuery: flag(
    'NODE_QUERY',
    true,
    'Serve `Query.node` and `Query.nodes`; use `false` if the supergraph has its own',
  ),
  maxRepresentations: wholeNumber(
    'MAX_REPRESENTATIONS',
    { fallback: 1_000, min: 1, max: 10_000 },
    'Maximum number of different representations in all `_entities` fields of an operation together; those beyond it fail',
  ),
  hasCacheControl: flag(
    'CACHE_CONTROL',
    true,
    'Send `Cache-Control` with the response to a POST, by the `@cacheControl` of the selected fields',
  ),
  mayTrace: flag(
    'FEDERATED_TRACING',
    false,
    'Send a trace of each field to a router that requests one; this slows down every operation',
  ),
};
