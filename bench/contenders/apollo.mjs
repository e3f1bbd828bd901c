/*
 * (f) Apollo Server 5 under Fastify without an upstream: it answers from a page that it read once, with default
 * resolvers. What is between it and the floor, no gateway with Apollo Server can reach.
 */
import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify from 'fastify';
import { answerQuestions } from '../measured.mjs';
import { pagePath } from '../work.mjs';

const { UPSTREAM, TOKEN } = process.env;
const page = await fetch(UPSTREAM + pagePath('/?first=20&offset=0&full=0'), {
  headers: { authorization: `Bearer ${TOKEN}` },
});
const nodes = await page.json();
const renamed = (key) => (parent) => parent[key] ?? null;
const server = new ApolloServer({
  typeDefs: `
    scalar DateTime
    type Query { issue(organization: String, id: ID!): Issue }
    type Issue { hashes(first: Int, after: String): Hashes }
    type Hashes { nodes: [IssueHash!]! }
    type IssueHash { hash: String! latestEvent: Event }
    type Event { eventId: ID! title: String culprit: String platform: String dateCreated: DateTime tags: [Tag!] }
    type Tag { key: String! value: String }`,
  resolvers: {
    Query: { issue: () => ({ hashes: { nodes } }) },
    IssueHash: { hash: renamed('id') },
    Event: { eventId: renamed('eventID') },
  },
});
await server.start();
const app = fastify();
app.route({ url: '/graphql', method: 'POST', handler: fastifyApolloHandler(server) });
answerQuestions(`${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`);
