import { createServer } from 'node:http';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

/**
 * @typedef {object} Options
 * @property {string} supergraphSdl
 * @property {number} [port] 0 chooses a free port.
 * @property {string} [routerSecret] The subgraph's `ROUTER_SECRET`.
 */

/**
 * Headers for the Sentry subgraph alone: the caller's token and the router secret. Other subgraphs must
 * not get them.
 * @param {string | null | undefined} authorization
 * @param {string | undefined} routerSecret
 * @returns {Record<string, string>}
 */
function headersForSentry(authorization, routerSecret) {
  return {
    ...(authorization ? { authorization } : {}),
    ...(routerSecret ? { 'x-router-authorization': routerSecret } : {}),
  };
}

/**
 * Apollo Gateway over a supergraph.
 * @param {Options} options
 */
export async function startApolloGateway({ supergraphSdl, port = 0, routerSecret }) {
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name, url = '' }) =>
      new RemoteGraphQLDataSource({
        url,
        willSendRequest({ request, context }) {
          if (name === 'sentry') {
            const headers = headersForSentry(context['authorization'], routerSecret);
            for (const [header, value] of Object.entries(headers)) {
              request.http?.headers.set(header, value);
            }
          }
        },
      }),
  });
  const server = new ApolloServer({ gateway, stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(server, {
    listen: { port, host: '127.0.0.1' },
    context: async ({ req }) => ({ authorization: req.headers.authorization }),
  });
  return { url, stop: () => server.stop() };
}

/**
 * Hive Gateway over a supergraph. Its planner is written in JavaScript; `engine: 'rust'` is the planner of
 * Hive Router, which the command line calls `--hive-router-runtime`.
 * @param {Options & { engine?: 'javascript' | 'rust' }} options
 */
export async function startHiveGateway({
  supergraphSdl,
  port = 0,
  routerSecret,
  engine = 'javascript',
}) {
  const gateway = createGatewayRuntime({
    supergraph: supergraphSdl,
    ...(engine === 'rust' ? { unifiedGraphHandler } : {}),
    logging: false,
    propagateHeaders: {
      fromClientToSubgraphs: ({ request, subgraphName }) =>
        subgraphName === 'sentry'
          ? headersForSentry(request.headers.get('authorization'), routerSecret)
          : {},
    },
  });
  const server = createServer(gateway);
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/graphql`;
  return {
    url,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await gateway[Symbol.asyncDispose]();
    },
  };
}
