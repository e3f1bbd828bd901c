/*
 * (d) GraphQL Mesh's OpenAPI handler on a hand-written description of the endpoint, under Yoga. The
 * data of entries is JSON in it, which is less work than the typed fields of (c) and (e).
 */
import { createServer } from 'node:http';
import { loadGraphQLSchemaFromOpenAPI } from '@omnigraph/openapi';
import { createYoga } from 'graphql-yoga';
import { answerQuestions } from '../measured.mjs';
import { ORGANIZATION } from '../work.mjs';

const { UPSTREAM, TOKEN } = process.env;
const text = { type: 'string', nullable: true };
const json = { type: 'object', additionalProperties: true, nullable: true };
const object = (properties) => ({ type: 'object', nullable: true, properties });
const list = (items) => ({ type: 'array', nullable: true, items });

const Event = object({
  ...Object.fromEntries(
    'id eventID groupID projectID message title location culprit platform type dist dateCreated dateReceived'
      .split(' ')
      .map((key) => [key, text]),
  ),
  size: { type: 'integer', nullable: true },
  tags: list(object({ key: text, value: text, query: text })),
  user: object({
    id: text,
    email: text,
    username: text,
    ip_address: text,
    name: text,
    geo: json,
    data: json,
  }),
  sdk: object({ name: text, version: text }),
  errors: list(object({ type: text, message: text, data: json })),
  metadata: json,
  fingerprints: list(text),
  contexts: json,
  context: json,
  packages: json,
  entries: list(object({ type: text, data: json })),
  crashFile: json,
  groupingConfig: object({ id: text, enhancements: text }),
  occurrence: json,
});

const description = {
  openapi: '3.0.3',
  info: { title: 'Sentry', version: '0' },
  servers: [{ url: `${UPSTREAM}/api/0` }],
  paths: {
    [`/organizations/${ORGANIZATION}/issues/{issue_id}/hashes/`]: {
      get: {
        operationId: 'hashes',
        parameters: [
          { name: 'issue_id', in: 'path', required: true, schema: { type: 'string' } },
          ...['per_page', 'cursor', 'full'].map((name) => ({
            name,
            in: 'query',
            schema: { type: 'string' },
          })),
        ],
        responses: {
          200: {
            description: 'A page of hashes',
            content: {
              'application/json': { schema: list(object({ id: text, latestEvent: Event })) },
            },
          },
        },
      },
    },
  },
};

const schema = await loadGraphQLSchemaFromOpenAPI('Sentry', {
  source: description,
  endpoint: `${UPSTREAM}/api/0`,
  operationHeaders: { authorization: `Bearer ${TOKEN}` },
  cwd: process.cwd(),
  fetch,
});
const yoga = createYoga({ schema, logging: 'error', graphiql: false });
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () =>
  answerQuestions(`http://127.0.0.1:${server.address().port}/graphql`),
);
