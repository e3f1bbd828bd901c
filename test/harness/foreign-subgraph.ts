import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

/** Has types and root fields of the same names as Sentry's, with other fields. */
export const FOREIGN_SDL = readFileSync(new URL('foreign.graphql', import.meta.url), 'utf8');

const ORGANIZATION = { __typename: 'Organization', id: 'o1', name: 'Foreign', budget: 7 };
const PROJECT = {
  name: 'shop',
  organization: ORGANIZATION,
  topIssue: { organizationSlug: 'hellboy-meowmeow', issueId: '1341191803' },
};

export async function startForeignSubgraph() {
  const resolvers = {
    Query: {
      node: () => ORGANIZATION,
      organization: () => ORGANIZATION,
      projects: () => [PROJECT],
      latestRelease: () => ({ version: 3, events: [{ name: 'party', place: 'roof' }] }),
    },
    SentryIssue: { ownedBy: () => PROJECT },
  };
  const schema = buildSubgraphSchema([{ typeDefs: parse(FOREIGN_SDL), resolvers }]);
  const server = new ApolloServer({
    schema,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    stopOnTerminationSignals: false,
  });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return { url, stop: () => server.stop() };
}
