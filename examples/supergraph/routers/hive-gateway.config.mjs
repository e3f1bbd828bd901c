// Hive Gateway: npx @graphql-hive/gateway@2 supergraph -c routers/hive-gateway.config.mjs
const { ROUTER_SECRET } = process.env;

export const gatewayConfig = {
  supergraph: './supergraph.graphql',
  host: '127.0.0.1',
  port: 4200,
  propagateHeaders: {
    /** @type {(options: { request: Request, subgraphName: string }) => Record<string, string | undefined>} */
    fromClientToSubgraphs: ({ request, subgraphName }) =>
      subgraphName === 'sentry'
        ? {
            // The caller's Sentry token; no other header is forwarded.
            authorization: request.headers.get('authorization') ?? undefined,
            // The same secret as the subgraph's ROUTER_SECRET.
            'x-router-authorization': ROUTER_SECRET,
          }
        : {},
  },
};
