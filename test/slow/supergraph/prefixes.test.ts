import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { TOKENS } from '../../../embedded-sentry/tokens.ts';
import { compose } from '../../../examples/supergraph/compose.mjs';
import { startApolloGateway, startHiveGateway } from '../../../examples/supergraph/gateways.mjs';
import { FOREIGN_SDL, startForeignSubgraph } from '../../harness/foreign-subgraph.ts';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';

/* A supergraph whose other subgraph has types and root fields of the same names, through three routers. */

interface Running {
  readonly url: string;
  stop(): Promise<unknown>;
}

let sentry: TestGateway;
let foreign: Running;
const gateways: Record<string, Running> = {};

beforeAll(async () => {
  sentry = await startGateway({
    signIn: 'passThrough',
    env: { TYPE_PREFIX: 'Sentry', ROOT_FIELD_PREFIX: 'sentry' },
  });
  foreign = await startForeignSubgraph();
  const { data } = await sentry.execute('{ _service { sdl } }');
  const supergraphSdl = compose([
    { name: 'sentry', url: sentry.url, sdl: data._service.sdl },
    { name: 'foreign', url: foreign.url, sdl: FOREIGN_SDL },
  ]);
  gateways['Apollo Gateway'] = await startApolloGateway({ supergraphSdl });
  gateways['Hive Gateway'] = await startHiveGateway({ supergraphSdl });
  gateways['Hive Gateway with the Rust planner'] = await startHiveGateway({
    supergraphSdl,
    engine: 'rust',
  });
});
beforeEach(() => sentry.upstream.forgetRequests());
afterAll(async () => {
  await Promise.all(Object.values(gateways).map((gateway) => gateway.stop()));
  await foreign?.stop();
  await sentry?.[Symbol.asyncDispose]();
});

async function ask(gateway: string, query: string, variables = {}) {
  const response = await fetch(gateways[gateway]?.url ?? '', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${TOKENS.everyScope.text}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the shape of the response.
  return (await response.json()) as any;
}

const EACH = ['Apollo Gateway', 'Hive Gateway', 'Hive Gateway with the Rust planner'];

test.each(EACH)('%s answers both types of one name', async (gateway) => {
  const { data, errors } = await ask(
    gateway,
    `{
      organization(id: "o1") { __typename name budget }
      latestRelease { __typename version events { __typename place } }
      sentryOrganization(slug: "hellboy-meowmeow") { __typename slug name }
      sentryIssue(organization: "hellboy-meowmeow", id: "1341191803") {
        __typename
        project { __typename slug }
        firstRelease { __typename version }
        latestEvent { __typename title entries { __typename ... on SentryExceptionEntry { values { __typename type } } } }
        ownedBy { __typename name }
      }
    }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    organization: { __typename: 'Organization', name: 'Foreign', budget: 7 },
    latestRelease: {
      __typename: 'Release',
      version: 3,
      events: [{ __typename: 'Event', place: 'roof' }],
    },
    sentryOrganization: { __typename: 'SentryOrganization', slug: 'hellboy-meowmeow' },
    sentryIssue: {
      __typename: 'SentryIssue',
      project: { __typename: 'SentryProject', slug: 'checkout' },
      latestEvent: { __typename: 'SentryEvent', title: 'This is an example Python exception' },
      ownedBy: { __typename: 'Project', name: 'shop' },
    },
  });
  const entries: readonly { readonly __typename: string }[] = data.sentryIssue.latestEvent.entries;
  expect(entries).toContainEqual({
    __typename: 'SentryExceptionEntry',
    values: [{ __typename: 'SentryExceptionValue', type: expect.any(String) }],
  });
});

test.each(EACH)('%s resolves a reference of the other subgraph', async (gateway) => {
  const { data, errors } = await ask(
    gateway,
    '{ projects { name topIssue { __typename hashes(first: 2) { nodes { __typename hash } } } } }',
  );
  expect(errors).toBeUndefined();
  const [{ name, topIssue }] = data.projects;
  expect([name, topIssue.__typename]).toEqual(['shop', 'SentryIssue']);
  expect(topIssue.hashes.nodes).toHaveLength(2);
  expect(topIssue.hashes.nodes[0]).toEqual({
    __typename: 'SentryIssueHash',
    hash: '9999aaaaca8b46d797c23c6077c6ff01',
  });
});

test.each(EACH)('%s finds an object again by its global ID', async (gateway) => {
  const { data: found } = await ask(
    gateway,
    '{ sentryIssue(organization: "hellboy-meowmeow", id: "1341191803") { id } }',
  );
  const { data, errors } = await ask(
    gateway,
    'query ($id: ID!) { sentryNode(id: $id) { __typename id ... on SentryIssue { shortId } } node(id: "o1") { __typename id } }',
    { id: found.sentryIssue.id },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    sentryNode: { __typename: 'SentryIssue', id: found.sentryIssue.id, shortId: 'CHECKOUT-1' },
    node: { __typename: 'Organization', id: 'o1' },
  });
});
