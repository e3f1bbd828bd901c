import { flag, wholeNumber } from './setting.ts';

/** How the gateway behaves as a subgraph. */
export const FEDERATION_SETTINGS = {
  hasNodeQuery: flag(
    'NODE_QUERY',
    true,
    'Serve `Query.node` and `Query.nodes`; `false` for a supergraph that has its own',
  ),
  maxRepresentations: wholeNumber(
    'MAX_REPRESENTATIONS',
    { fallback: 100, min: 1, max: 10_000 },
    'Most representations that the `_entities` fields of one operation take together',
  ),
  mayTrace: flag(
    'FEDERATED_TRACING',
    false,
    "Give a router that asks for it a trace of each field; it slows the gateway's every operation",
  ),
};
