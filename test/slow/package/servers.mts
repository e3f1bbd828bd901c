import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { MercuriusOptions } from 'mercurius';
import { createSentrySubgraph, type SentryContext } from 'sentry-graphql';

// Servers of users. Some of their own declarations have errors, so declarations are not checked.

const sentry = await createSentrySubgraph();

interface OwnContext extends SentryContext {
  readonly onCall: string;
}

export const apollo = new ApolloServer<OwnContext>({
  schema: buildSubgraphSchema([
    sentry,
    {
      typeDefs: parse('extend type Query { onCall: String }'),
      resolvers: { Query: { onCall: () => 'ann' } },
    },
  ]),
});

export const fromParts = new ApolloServer<SentryContext>({
  typeDefs: sentry.typeDefs,
  resolvers: sentry.resolvers,
});

export const yoga = createYoga({
  schema: sentry.schema,
  context: ({ request }): OwnContext => ({
    ...sentry.contextFor({ headers: request.headers, signal: request.signal }),
    onCall: 'ann',
  }),
});

export const options: MercuriusOptions = {
  schema: sentry.schema,
  context: ({ headers }) => ({ ...sentry.contextFor({ headers }) }),
};
