// Sentry's schema, with a field of one's own, served by Apollo Server:
// npm install graphql @apollo/server @apollo/subgraph sentry-graphql
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createSentrySubgraph } from 'sentry-graphql';

// Without SENTRY_URL and SENTRY_AUTH_TOKEN the embedded Sentry answers.
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
    const left = new AbortController();
    res.once('close', () => left.abort());
    return {
      ...sentry.contextFor({ headers: req.headers, signal: left.signal }),
      onCall: 'ann@example.com',
    };
  },
});
console.log(`Apollo Server answers at ${url}`);
