/*
 * (c) Apollo Server 5 with RESTDataSource, as its documentation teaches: standalone server, a data
 * source for each request, default resolvers. Its types are the events and
 * entries of the product's schema.
 */
import { readFileSync } from 'node:fs';
import { RESTDataSource } from '@apollo/datasource-rest';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { answerQuestions } from '../measured.mjs';
import { ENTRY_TYPES, ORGANIZATION } from '../work.mjs';

const { UPSTREAM, TOKEN } = process.env;
const EVENT_TYPES = readFileSync(new URL('event.graphql', import.meta.url), 'utf8');

class SentryAPI extends RESTDataSource {
  baseURL = `${UPSTREAM}/api/0/`;
  willSendRequest(_path, request) {
    request.headers.authorization = `Bearer ${TOKEN}`;
  }
  getHashes(issue, { first, offset }) {
    return this.get(`organizations/${ORGANIZATION}/issues/${issue}/hashes/`, {
      params: { per_page: String(first), cursor: `0:${offset}:0` },
    });
  }
}

const renamed = (key) => (parent) => parent[key] ?? null;
const ofData = (key) => (entry) => entry.data?.[key] ?? null;
const pair = { name: ([name]) => name, value: ([, value]) => value };
const server = new ApolloServer({
  typeDefs: `
    scalar JSON
    scalar DateTime
    type Query { issue(id: ID!): Issue }
    type Issue { id: ID! hashes(first: Int = 20, offset: Int = 0): [IssueHash!]! }
    type IssueHash { id: ID! hash: String! latestEvent: Event }
    ${EVENT_TYPES}`,
  resolvers: {
    Query: { issue: (_root, { id }) => ({ id }) },
    Issue: {
      hashes: ({ id }, args, { dataSources }) => dataSources.sentry.getHashes(id, args),
    },
    IssueHash: { hash: renamed('id') },
    Event: {
      eventId: renamed('eventID'),
      sentryId: renamed('id'),
      issueId: renamed('groupID'),
      projectId: renamed('projectID'),
      extra: renamed('context'),
      meta: renamed('_meta'),
      raw: (event) => event,
    },
    EventTag: { meta: renamed('_meta') },
    EventUser: { ipAddress: renamed('ip_address') },
    Entry: { __resolveType: ({ type }) => ENTRY_TYPES[type] ?? 'UnknownEntry' },
    ExceptionEntry: Object.fromEntries(
      ['values', 'hasSystemFrames', 'excOmitted'].map((key) => [key, ofData(key)]),
    ),
    BreadcrumbsEntry: { values: ofData('values') },
    RequestEntry: {
      ...Object.fromEntries(
        ['method', 'url', 'fragment', 'headers', 'cookies', 'env', 'inferredContentType'].map(
          (key) => [key, ofData(key)],
        ),
      ),
      query: ({ data }) => (Array.isArray(data.query) ? data.query : null),
    },
    RequestParameter: pair,
    SourceLine: { lineNo: ([lineNo]) => lineNo, line: ([, line]) => line },
    Mechanism: { helpLink: renamed('help_link') },
    Breadcrumb: { eventId: renamed('event_id') },
  },
});
const { url } = await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: 0 },
  context: async () => ({ dataSources: { sentry: new SentryAPI({ cache: server.cache }) } }),
});
answerQuestions(url);
