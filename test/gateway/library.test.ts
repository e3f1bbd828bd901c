import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import Fastify from 'fastify';
import { type ExecutionResult, graphql, parse } from 'graphql';
import { createYoga } from 'graphql-yoga';
import mercurius from 'mercurius';
import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { type EmbeddedSentryOptions, startEmbeddedSentry } from '../../embedded-sentry/server.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { createSentrySubgraph, type SentrySubgraph } from '../../src/subgraph.ts';

const ISSUE = `organization: "hellboy-meowmeow", id: "${EMBEDDED_ISSUES.main}"`;
const HASHES = `{ issue(${ISSUE}) { hashes(first: 2) { nodes { hash latestEvent { title } } } } }`;
const UNKNOWN = encodeGlobalId('Issue', 'hellboy-meowmeow', '1');
const FAILURES = `{
  organization(slug: "nobody") { name }
  nodes(ids: ["${UNKNOWN}"]) { id ... on Issue { title } }
  issue(${ISSUE}) { issueId hashes(first: 1, after: "x") { nodes { hash } } }
}`;
const CODES = { organization: 'NOT_FOUND', nodes: 'NOT_FOUND', issue: 'INVALID_CURSOR' };

interface Served extends AsyncDisposable {
  execute(query: string, headers?: Readonly<Record<string, string>>): Promise<ExecutionResult>;
}

/** Each server set up as in its documentation, without settings for errors. */
const servers: Record<string, (sentry: SentrySubgraph) => Promise<Served>> = {
  async 'graphql-js'(sentry) {
    return {
      execute: async (source, headers = {}) =>
        graphql({ schema: sentry.schema, source, contextValue: sentry.contextFor({ headers }) }),
      async [Symbol.asyncDispose]() {},
    };
  },

  async 'Apollo Server'(sentry) {
    const server = new ApolloServer({ schema: sentry.schema });
    const { url } = await startStandaloneServer(server, {
      listen: { port: 0, host: '127.0.0.1' },
      context: async ({ req }) => sentry.contextFor({ headers: req.headers }),
    });
    return {
      execute: (query, headers) => post(url, query, headers),
      [Symbol.asyncDispose]: () => server.stop(),
    };
  },

  async Yoga(sentry) {
    const yoga = createYoga({
      schema: sentry.schema,
      logging: false,
      context: ({ request }) =>
        sentry.contextFor({ headers: request.headers, signal: request.signal }),
    });
    const server = createServer(yoga);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    return {
      execute: (query, headers) => post(`http://127.0.0.1:${port}/graphql`, query, headers),
      async [Symbol.asyncDispose]() {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      },
    };
  },

  async Mercurius(sentry) {
    const app = Fastify();
    app.register(mercurius, {
      schema: sentry.schema,
      context: ({ headers }) => ({ ...sentry.contextFor({ headers }) }),
    });
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    return {
      execute: (query, headers) => post(`${url}/graphql`, query, headers),
      [Symbol.asyncDispose]: () => app.close(),
    };
  },
};

async function post(url: string, query: string, headers = {}): Promise<ExecutionResult> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as ExecutionResult;
}

const NAMES = Object.keys(servers);

/** The subgraph with a Sentry that records requests, served by one of the servers. */
async function serve(name: string, settings: Readonly<Record<string, string>> = {}) {
  const upstream = await startEmbeddedSentry({ recordRequests: true });
  const sentry = await createSentrySubgraph({
    settings: { SENTRY_URL: upstream.url, ...settings },
  });
  const served = await servers[name]?.(sentry);
  return {
    upstream,
    execute: (served as Served).execute,
    async [Symbol.asyncDispose]() {
      await served?.[Symbol.asyncDispose]();
      await sentry.close();
      await upstream.stop();
    },
  };
}

const SIGNED_IN = { authorization: `Bearer ${TOKENS.everyScope.text}` };

test.each(NAMES)(
  "%s uses the caller's token and needs as many requests as the gateway",
  async (name) => {
    await using served = await serve(name);
    const { data, errors } = await served.execute(HASHES, SIGNED_IN);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      issue: {
        hashes: { nodes: [{ hash: '9999aaaaca8b46d797c23c6077c6ff01' }, {}] },
      },
    });
    expect(served.upstream.requests.map(({ url }) => url)).toEqual([
      expect.stringMatching(/\/hashes\/\?full=0&per_page=2$/),
    ]);
  },
);

test.each(NAMES)(
  '%s returns the codes of failures, also in lists and in nested fields',
  async (name) => {
    await using served = await serve(name);
    const { data, errors = [] } = await served.execute(FAILURES, SIGNED_IN);
    expect(data).toEqual({
      organization: null,
      nodes: [null],
      issue: { issueId: EMBEDDED_ISSUES.main, hashes: null },
    });
    expect(
      Object.fromEntries(errors.map(({ path, extensions }) => [path?.[0], extensions?.['code']])),
    ).toEqual(CODES);
  },
);

test.each(NAMES)('%s answers UNAUTHENTICATED to a caller without a token', async (name) => {
  await using served = await serve(name);
  const { errors } = await served.execute(HASHES);
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(served.upstream.requests).toEqual([]);
});

test("the token of the settings takes precedence over the caller's, and so does the option `token`", async () => {
  const own = { SENTRY_AUTH_TOKEN: TOKENS.everyScope.text };
  await using served = await serve('graphql-js', own);
  const { errors } = await served.execute(HASHES, { authorization: 'Bearer other' });
  expect(errors).toBeUndefined();
});

test('the option `token` replaces the header, and trace headers are forwarded to Sentry', async () => {
  await using upstream = await startRecording();
  const sentry = await createSentrySubgraph({ settings: { SENTRY_URL: upstream.url } });
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const headers = { authorization: "Bearer of-my-own-server's", traceparent };
  const ask = (token: string | null) =>
    graphql({
      schema: sentry.schema,
      source: HASHES,
      contextValue: sentry.contextFor({ headers, token }),
    });
  expect((await ask(TOKENS.everyScope.text)).errors).toBeUndefined();
  expect(upstream.requests.every((request) => request.headers['traceparent'] === traceparent)).toBe(
    true,
  );
  expect((await ask(null)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  await sentry.close();
});

test('an aborted signal cancels the reads of its operation', async () => {
  await using upstream = await startRecording(() => new Promise(() => {}));
  const sentry = await createSentrySubgraph({ settings: { SENTRY_URL: upstream.url } });
  const left = new AbortController();
  const contextValue = sentry.contextFor({ token: 'any', signal: left.signal });
  const answered = graphql({ schema: sentry.schema, source: HASHES, contextValue });
  left.abort();
  expect((await answered).errors).toMatchObject([{ extensions: { code: 'CANCELLED' } }]);
  await sentry.close();
});

test('reads are retried and coalesced as in the gateway', async () => {
  let failures = 1;
  await using upstream = await startRecording(() => (failures-- > 0 ? { status: 503 } : undefined));
  const sentry = await createSentrySubgraph({
    settings: { SENTRY_URL: upstream.url, SENTRY_RETRY_DELAY_MS: '1' },
  });
  const ask = () =>
    graphql({
      schema: sentry.schema,
      source: `{ issue(${ISSUE}) { title } }`,
      contextValue: sentry.contextFor({ token: TOKENS.everyScope.text }),
    });
  const answers = [...(await Promise.all([ask(), ask()])), await ask()];
  expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined]);
  expect(upstream.requests).toHaveLength(2);
  await sentry.close();
});

test('its types can be combined with others in one schema, and its context with another context', async () => {
  const sentry = await createSentrySubgraph();
  const own = {
    typeDefs: parse('extend type Query { onCall: String }'),
    resolvers: {
      Query: {
        onCall: (_: unknown, _arguments: unknown, context: { onCall: string }) => context.onCall,
      },
    },
  };
  const result = await graphql({
    schema: buildSubgraphSchema([sentry, own]),
    source: `{ onCall issue(${ISSUE}) { issueId hashes(first: 1) { nodes { hash } } } }`,
    contextValue: { ...sentry.contextFor(), onCall: 'ann' },
  });
  expect(result).toMatchObject({
    data: { onCall: 'ann', issue: { issueId: EMBEDDED_ISSUES.main, hashes: { nodes: [{}] } } },
  });
  await sentry.close();
});

test('with prefixes its types can be combined with others of the same names', async () => {
  const sentry = await createSentrySubgraph({ typePrefix: 'Sentry', rootFieldPrefix: 'sentry' });
  const own = {
    typeDefs: parse('extend type Query { issue: Issue } type Issue { magazine: String }'),
    resolvers: { Query: { issue: () => ({ magazine: 'May' }) } },
  };
  const result = await graphql({
    schema: buildSubgraphSchema([sentry, own]),
    source: `query ($id: ID!) {
      issue { __typename magazine }
      sentryIssue(${ISSUE}) { __typename issueId }
      sentryNode(id: $id) { __typename ... on SentryIssue { issueId } }
      _entities(representations: [{ __typename: "SentryIssue", id: $id }]) { __typename }
    }`,
    variableValues: { id: encodeGlobalId('Issue', 'hellboy-meowmeow', EMBEDDED_ISSUES.main) },
    contextValue: sentry.contextFor(),
  });
  const issue = { __typename: 'SentryIssue', issueId: EMBEDDED_ISSUES.main };
  expect(result).toEqual({
    data: {
      issue: { __typename: 'Issue', magazine: 'May' },
      sentryIssue: issue,
      sentryNode: issue,
      _entities: [{ __typename: 'SentryIssue' }],
    },
  });
  await sentry.close();
});

test('fragments that spread one another twice take no time to look ahead in', async () => {
  await using library = await serve('graphql-js');
  const fragments = Array.from({ length: 40 }, (_, level) =>
    level === 39
      ? 'fragment F39 on Issue { title hashes(first: 1) { nodes { hash } } }'
      : `fragment F${level} on Issue { ...F${level + 1} ...F${level + 1} }`,
  );
  const { data } = await library.execute(
    `{ issue(organization: "hellboy-meowmeow", id: "1341191803") { ...F0 } } ${fragments.join(' ')}`,
    { authorization: `Bearer ${library.upstream.token}` },
  );
  expect(data).toMatchObject({ issue: { hashes: { nodes: [{}] } } });
});

test('an invalid setting is refused in one sentence', async () => {
  await expect(createSentrySubgraph({ settings: { SENTRY_URL: 'sentry.io' } })).rejects.toThrow(
    'SENTRY_URL is "sentry.io"; expected the base URL of a Sentry server, such as https://sentry.example.com.',
  );
});

test('an invalid prefix is refused in one sentence', async () => {
  await expect(createSentrySubgraph({ typePrefix: '__' })).rejects.toThrow(
    'typePrefix is "__"; expected a GraphQL name of at most 40 characters that begins with a letter.',
  );
});

test('settings of the HTTP server have no effect on the library', async () => {
  const sentry = await createSentrySubgraph({ settings: { PORT: 'x', HOST: '0.0.0.0' } });
  await sentry.close();
});

async function startRecording(intercept?: EmbeddedSentryOptions['intercept']) {
  const upstream = await startEmbeddedSentry({
    recordRequests: true,
    ...(intercept && { intercept }),
  });
  return Object.assign(upstream, { [Symbol.asyncDispose]: () => upstream.stop() });
}

test('a misspelled setting is a process warning', async () => {
  const warned = once(process, 'warning');
  const sentry = await createSentrySubgraph({ settings: { SENTRY_QUEUE_MAXIMUM: '1' } });
  await sentry.close();
  const [warning] = await warned;
  expect(warning).toMatchObject({
    name: 'SentryGraphqlWarning',
    message: 'SENTRY_QUEUE_MAXIMUM is not a setting of sentry-graphql and has no effect.',
  });
});
