import { readFileSync } from 'node:fs';
import { ApolloGateway, IntrospectAndCompose, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { TOKENS } from '../../../embedded-sentry/tokens.ts';
import { startCatalogue } from '../../../examples/supergraph/catalogue.mjs';
import { compose, subgraphsOf } from '../../../examples/supergraph/compose.mjs';
import { startApolloGateway, startHiveGateway } from '../../../examples/supergraph/gateways.mjs';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';

/* The example's supergraph through two routers: its responses and their requests to Sentry. */

const example = (name: string) =>
  readFileSync(new URL(`../../../examples/supergraph/${name}`, import.meta.url), 'utf8');
const OPERATION = example('operation.graphql');
const routerSecret = 'the-secret-of-the-router';
const AUTHORIZATION = `Bearer ${TOKENS.everyScope.text}`;

interface Running {
  readonly url: string;
  stop(): Promise<unknown>;
}

let sentry: TestGateway;
let supergraphSdl: string;
let catalogue: Running;
const gateways: Record<string, Running> = {};

beforeAll(async () => {
  sentry = await startGateway({ signIn: 'passThrough', env: { ROUTER_SECRET: routerSecret } });
  catalogue = await startCatalogue();
  const { data } = await sentry.execute(
    '{ _service { sdl } }',
    {},
    { 'x-router-authorization': routerSecret },
  );
  supergraphSdl = compose(
    subgraphsOf({
      sentryUrl: sentry.url,
      sentrySdl: data._service.sdl,
      catalogueUrl: catalogue.url,
    }),
  );
  gateways['Apollo Gateway'] = await startApolloGateway({ supergraphSdl, routerSecret });
  gateways['Hive Gateway'] = await startHiveGateway({ supergraphSdl, routerSecret });
  gateways['Hive Gateway with the Rust planner'] = await startHiveGateway({
    supergraphSdl,
    routerSecret,
    engine: 'rust',
  });
});
beforeEach(() => sentry.upstream.forgetRequests());
afterAll(async () => {
  await Promise.all(Object.values(gateways).map((gateway) => gateway.stop()));
  await catalogue?.stop();
  await sentry?.[Symbol.asyncDispose]();
});

async function ask(
  gateway: string,
  query: string,
  headers: Readonly<Record<string, string>> = { authorization: AUTHORIZATION },
) {
  const response = await fetch(gateways[gateway]?.url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the shape of the response.
  return (await response.json()) as any;
}

const log = () => sentry.upstream.requests.map(({ url }) => decodeURIComponent(url)).sort();
const ISSUES = '/api/0/organizations/hellboy-meowmeow/issues/';

const EACH = ['Apollo Gateway', 'Hive Gateway', 'Hive Gateway with the Rust planner'];

test.each(EACH)(
  '%s resolves services, issues, hashes and events with one request and one for each page',
  async (gateway) => {
    const { data, errors } = await ask(gateway, OPERATION);
    expect(errors).toBeUndefined();
    expect(data.services).toHaveLength(3);
    const [checkout, cart, billing] = data.services;
    expect(checkout).toMatchObject({
      name: 'checkout',
      topIssue: {
        shortId: 'CHECKOUT-1',
        owner: { channel: '#shop' },
      },
    });
    expect(checkout.topIssue.hashes.nodes[0]).toEqual({
      hash: '9999aaaaca8b46d797c23c6077c6ff01',
      latestEvent: {
        title: 'This is an example Python exception',
        dateCreated: '2020-06-17T22:26:56.098086Z',
      },
    });
    expect(cart.topIssue.hashes.nodes).toHaveLength(2);
    expect(cart.topIssue.assignedTo).toBeNull();
    expect(billing.topIssue).toMatchObject({
      owner: { channel: '#platform' },
      assignedTo: { name: 'Hell Boy', team: { channel: '#platform' } },
    });
    expect(log()).toEqual([
      `${ISSUES}1341191803/hashes/?full=0&per_page=2`,
      `${ISSUES}1341191920/hashes/?full=0&per_page=2`,
      `${ISSUES}1341192010/hashes/?full=0&per_page=2`,
      `${ISSUES}?group=1341191803&group=1341191920&group=1341192010&project=-1`,
    ]);
  },
);

test.each(EACH)("%s forwards the caller's token to Sentry", async (gateway) => {
  await ask(gateway, OPERATION);
  const seen = new Set(sentry.upstream.requests.map(({ headers }) => headers.authorization));
  expect(seen).toEqual(new Set([AUTHORIZATION]));
});

test.each(EACH)(
  '%s returns the other fields if the caller may not read Sentry',
  async (gateway) => {
    const { data, errors } = await ask(gateway, OPERATION, {});
    expect(data.services.map((service: { readonly name: string }) => service.name)).toEqual([
      'checkout',
      'cart',
      'billing',
    ]);
    expect(Object.values(data.services[0].topIssue)).toEqual([null, null, null, null, null]);
    // Hive Gateway adds its own errors for fields that it cannot request then.
    const codes = errors.flatMap(
      (error: { readonly extensions: { readonly code: string } }) => error.extensions.code,
    );
    expect(codes).toContain('UNAUTHENTICATED');
    expect(log()).toEqual([]);
  },
);

test.each(EACH)('%s requests only selected data from Sentry', async (gateway) => {
  const { data, errors } = await ask(
    gateway,
    '{ service(name: "cart") { topIssue { hashes(first: 1) { nodes { hash } } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.service.topIssue.hashes.nodes).toHaveLength(1);
  // Hive Gateway selects the fields of every key, `shortId` among them, which is in the detail.
  const detail = gateway === 'Hive Gateway' ? [`${ISSUES}1341191920/`] : [];
  expect(log()).toEqual([...detail, `${ISSUES}1341191920/hashes/?full=0&per_page=1`]);
});

test.each(EACH)('%s resolves the owner of an issue from Sentry', async (gateway) => {
  const { data, errors } = await ask(
    gateway,
    '{ issue(organization: "hellboy-meowmeow", id: "1341192010") { title owner { name } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.issue).toEqual({ title: "KeyError: 'currency'", owner: { name: 'Platform' } });
  expect(log()).toEqual([`${ISSUES}1341192010/`]);
});

test.each(EACH)('%s returns the code, message and extensions of an error', async (gateway) => {
  const { data, errors } = await ask(
    gateway,
    '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { title } }',
    { authorization: `Bearer ${TOKENS.noScope.text}` },
  );
  expect(data).toEqual({ issue: null });
  expect(errors).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('The token needs the scope `event:read`'),
      path: ['issue'],
      extensions: expect.objectContaining({ code: 'FORBIDDEN', requiredScope: 'event:read' }),
    }),
  ]);
});

test.each([
  ['with the secret', routerSecret, undefined],
  ['without a secret', '', 'UNAUTHENTICATED'],
])('the configuration file of Hive Gateway works %s', async (_name, secret, code) => {
  vi.stubEnv('ROUTER_SECRET', secret);
  vi.resetModules();
  const { gatewayConfig } = await import(
    '../../../examples/supergraph/routers/hive-gateway.config.mjs'
  );
  const { propagateHeaders } = gatewayConfig;
  await using gateway = createGatewayRuntime({
    supergraph: supergraphSdl,
    logging: false,
    propagateHeaders,
  });
  const response = await gateway.fetch('http://gateway/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: AUTHORIZATION },
    body: JSON.stringify({
      query: '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { shortId } }',
    }),
  });
  const { data, errors } = await response.json();
  expect(data?.issue ?? null).toEqual(code === undefined ? { shortId: 'CHECKOUT-1' } : null);
  expect(errors?.[0]?.extensions.code).toBe(code);
  vi.unstubAllEnvs();
});

test.each(EACH)('%s returns the code of an operation that the gateway refuses', async (gateway) => {
  const { errors } = await ask(
    gateway,
    '{ organization(slug: "hellboy-meowmeow") { issues(first: 100) { nodes { hashes { nodes { hash } } } } } }',
  );
  expect(errors).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('MAX_PAGES'),
      extensions: expect.objectContaining({ code: 'TOO_MANY_PAGES', limit: 60, found: 101 }),
    }),
  ]);
});

test.each(EACH)(
  '%s joins a team that an issue is assigned to, and requests no assignee',
  async (gateway) => {
    const { data } = await sentry.execute(
      '{ issue(organization: "hellboy-meowmeow", id: "1341192010") { id } }',
      {},
      { authorization: AUTHORIZATION, 'x-router-authorization': routerSecret },
    );
    const assign = (assignedTo: string) =>
      ask(
        gateway,
        `mutation { updateIssue(input: { issue: "${data.issue.id}", assignedTo: "${assignedTo}" }) {
        issue { assignedTo { email teamSlug team { channel } } }
      } }`,
      );
    const team = await assign('team:4509');
    expect(team.errors).toBeUndefined();
    expect(team.data.updateIssue.issue.assignedTo).toEqual({
      email: null,
      teamSlug: 'meowmeow',
      team: { channel: '#shop' },
    });
    const nobody = await assign('');
    expect(nobody).toEqual({ data: { updateIssue: { issue: { assignedTo: null } } } });
  },
);

test('Apollo Gateway composes from the running subgraphs with the secret, and sends operations by their hashes', async () => {
  const bodies: { readonly query?: string }[] = [];
  const gateway = new ApolloGateway({
    supergraphSdl: new IntrospectAndCompose({
      subgraphs: [
        { name: 'sentry', url: sentry.url },
        { name: 'catalogue', url: catalogue.url },
      ],
      introspectionHeaders: { 'x-router-authorization': routerSecret },
    }),
    buildService: ({ name, url = '' }) =>
      new RemoteGraphQLDataSource({
        url,
        apq: true,
        willSendRequest({ request }) {
          if (name === 'sentry') {
            request.http?.headers.set('x-router-authorization', routerSecret);
            request.http?.headers.set('authorization', AUTHORIZATION);
          }
        },
        fetcher(to, init) {
          bodies.push(JSON.parse(String(init?.body)));
          return fetch(to, init as RequestInit) as never;
        },
      }),
  });
  const server = new ApolloServer({ gateway, stopOnTerminationSignals: false });
  await server.start();
  bodies.splice(0); // of composition
  for (let time = 0; time < 2; time += 1) {
    const { body } = await server.executeOperation({
      query: '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { shortId } }',
    });
    expect(body).toMatchObject({ singleResult: { data: { issue: { shortId: 'CHECKOUT-1' } } } });
  }
  // The first time by hash and then with the document, the second time by hash alone.
  expect(bodies.map(({ query }) => query !== undefined)).toEqual([false, true, false]);
  await server.stop();
});
