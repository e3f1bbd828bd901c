import { createServer } from 'node:http';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';

/** What goes on to the Sentry subgraph of a request's headers. */
const PASSED_ON = ['authorization'];

/**
 * @typedef {object} Options
 * @property {string} supergraphSdl
 * @property {number} [port] 0 picks a free port.
 */

/**
 * Apollo Gateway over a supergraph.
 * @param {Options} options
 */
export async function startApolloGateway({ supergraphSdl, port = 0 }) {
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name, url = '' }) =>
      new RemoteGraphQLDataSource({
        url,
        willSendRequest({ request, context }) {
          if (name === 'sentry') {
            for (const [header, value] of Object.entries(context['headers'] ?? {})) {
              request.http?.headers.set(header, value);
            }
          }
        },
      }),
  });
  const server = new ApolloServer({ gateway, stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(server, {
    listen: { port, host: '127.0.0.1' },
    context: async ({ req }) => ({
      headers: Object.fromEntries(
        PASSED_ON.filter((name) => req.headers[name]).map((name) => [name, req.headers[name]]),
      ),
    }),
  });
  return { url, stop: () => server.stop() };
}

/**
 * Hive Gateway over a supergraph.
 * @param {Options} options
 */
export async function startHiveGateway({ supergraphSdl, port = 0 }) {
  const gateway = createGatewayRuntime({
    supergraph: supergraphSdl,
    logging: false,
    propagateHeaders: {
      fromClientToSubgraphs: ({ request, subgraphName }) =>
        subgraphName === 'sentry'
          ? Object.fromEntries(
              PASSED_ON.map((name) => [name, request.headers.get(name) ?? undefined]),
            )
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
