// Hive Gateway: npx @graphql-hive/gateway@2 supergraph --config-path routers/hive-gateway.config.mjs
const { ROUTER_SECRET } = process.env;

export const gatewayConfig = {
  supergraph: './supergraph.graphql',
  // Address of the GraphQL endpoint, which is `/graphql`.
  host: '127.0.0.1',
  port: 4200,
  propagateHeaders: {
    // Nothing is forwarded but what this function returns.
    /** @type {(options: { request: Request, subgraphName: string }) => Record<string, string | undefined>} */
    fromClientToSubgraphs: ({ request, subgraphName }) =>
      subgraphName === 'sentry'
        ? {
            // The caller's Sentry token.
            authorization: request.headers.get('authorization') ?? undefined,
            // The same secret as the subgraph's ROUTER_SECRET; without one, no header.
            'x-router-authorization': ROUTER_SECRET,
          }
        : {},
  },
};
