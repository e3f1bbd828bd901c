import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

/** The SDL of the service catalogue, a subgraph of services that refer to issues. */
export const CATALOGUE_SDL = readFileSync(new URL('catalogue.graphql', import.meta.url), 'utf8');

const ORGANIZATION = 'hellboy-meowmeow';
const SHOP = { name: 'Shop', channel: '#shop' };
const PLATFORM = { name: 'Platform', channel: '#platform' };

/** Issues of the demo Sentry; `project` is the part of a short ID before the number. */
const SERVICES = [
  { name: 'checkout', project: 'CHECKOUT', owner: SHOP, topIssueId: '1341191803' },
  { name: 'cart', project: 'CHECKOUT', owner: SHOP, topIssueId: '1341191920' },
  { name: 'billing', project: 'BILLING', owner: PLATFORM, topIssueId: '1341192010' },
];

/** Teams by the slug that Sentry knows them by, and by the email addresses of their members. */
const TEAM_BY_SLUG = new Map([['meowmeow', SHOP]]);
const TEAM_BY_EMAIL = new Map([['hell@boy.cat', PLATFORM]]);

const resolvers = {
  Query: {
    services: () => SERVICES,
    /** @type {(root: unknown, args: { name: string }) => unknown} */
    service: (_root, { name }) => SERVICES.find((service) => service.name === name),
  },
  Service: {
    /** @type {(reference: { name: string }) => unknown} */
    __resolveReference: ({ name }) => SERVICES.find((service) => service.name === name),
    /** @type {(service: { topIssueId: string }) => unknown} */
    topIssue: ({ topIssueId }) => ({ organizationSlug: ORGANIZATION, issueId: topIssueId }),
  },
  Issue: {
    /** @type {(issue: { shortId?: string | null }) => unknown} */
    owner: ({ shortId }) => {
      const project = shortId?.slice(0, shortId.lastIndexOf('-'));
      return SERVICES.find((service) => service.project === project)?.owner;
    },
  },
  IssueAssignee: {
    /** @type {(assignee: { email?: string | null, teamSlug?: string | null }) => unknown} */
    team: ({ email, teamSlug }) =>
      TEAM_BY_SLUG.get(teamSlug ?? '') ?? TEAM_BY_EMAIL.get(email ?? ''),
  },
};

/**
 * Starts the catalogue on the loopback interface.
 * @param {{ port?: number }} options 0 chooses a free port.
 */
export async function startCatalogue({ port = 0 } = {}) {
  const schema = buildSubgraphSchema([{ typeDefs: parse(CATALOGUE_SDL), resolvers }]);
  const server = new ApolloServer({
    schema,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    stopOnTerminationSignals: false,
  });
  const { url } = await startStandaloneServer(server, { listen: { port, host: '127.0.0.1' } });
  return { url, stop: () => server.stop() };
}
