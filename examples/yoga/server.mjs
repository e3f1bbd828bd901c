// GraphQL Yoga with Sentry's schema: npm install graphql graphql-yoga sentry-graphql
import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { createSentrySubgraph } from 'sentry-graphql';

// Without SENTRY_URL and SENTRY_AUTH_TOKEN it uses the demo Sentry.
const sentry = await createSentrySubgraph({ settings: process.env });

const yoga = createYoga({
  schema: sentry.schema,
  context: ({ request }) => sentry.contextFor({ headers: request.headers, signal: request.signal }),
});

const server = createServer(yoga);
server.listen(Number(process.env.PORT ?? 4000), '127.0.0.1', () => {
  console.log(`Yoga listens at http://127.0.0.1:${server.address().port}/graphql`);
});
process.once('SIGTERM', () => {
  server.close(() => sentry.close());
  server.closeAllConnections();
});
