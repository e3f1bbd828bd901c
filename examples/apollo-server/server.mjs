// Apollo Server with Sentry's schema and a field of its own:
// npm install graphql @apollo/server @apollo/subgraph sentry-graphql
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createSentrySubgraph } from 'sentry-graphql';

// Without SENTRY_URL and SENTRY_AUTH_TOKEN it uses the demo Sentry.
const sentry = await createSentrySubgraph({ settings: process.env });

const own = {
  typeDefs: parse('extend type Query { onCall: String }'),
  resolvers: { Query: { onCall: (_parent, _args, { onCall }) => onCall } },
};

const server = new ApolloServer({
  schema: buildSubgraphSchema([sentry, own]),
  plugins: [{ serverWillStart: async () => ({ serverWillStop: sentry.close }) }],
});
const { url } = await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: Number(process.env.PORT ?? 4000) },
  context: async ({ req, res }) => {
    const disconnect = new AbortController();
    res.once('close', () => disconnect.abort());
    return {
      ...sentry.contextFor({ headers: req.headers, signal: disconnect.signal }),
      onCall: 'ann@example.com',
    };
  },
});
console.log(`Apollo Server listens at ${url}`);
