import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeGlobalId } from '../../src/global-id.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

/* TYPE_PREFIX and ROOT_FIELD_PREFIX: the same answers and requests, under other names. */

const ORGANIZATION = 'hellboy-meowmeow';
const MAIN = '1341191803';
const HASH = '9999aaaaca8b46d797c23c6077c6ff01';

/** How a schema names a type and a root field. */
interface Names {
  readonly type: (name: string) => string;
  readonly field: (name: string) => string;
}

const PLAIN: Names = { type: (name) => name, field: (name) => name };
const PREFIXED: Names = {
  type: (name) => `Sentry${name}`,
  field: (name) => `sentry${name[0]?.toUpperCase()}${name.slice(1)}`,
};

const read = ({ type, field }: Names) => `
  query ($id: ID!, $ids: [ID!]!, $entities: [_Any!]!) {
    __typename
    node: ${field('node')}(id: $id) { __typename id ... on ${type('Issue')} { shortId } }
    nodes: ${field('nodes')}(ids: $ids) {
      __typename
      ... on ${type('Node')} { id }
      ... on ${type('Event')} { eventId title entries { __typename } }
      ... on ${type('IssueHash')} { hash latestEvent { title } }
      ... on ${type('Organization')} { slug }
    }
    resource: ${field('resource')}(url: "SERVER/organizations/${ORGANIZATION}/issues/${MAIN}/") {
      __typename ... on ${type('Issue')} { title }
    }
    issue: ${field('issue')}(organization: "${ORGANIZATION}", id: "${MAIN}") {
      ...Main
      activity { __typename ... on ${type('OtherActivity')} { activityId data } }
      latestEvent {
        __typename
        entries {
          __typename type
          ... on ${type('ExceptionEntry')} {
            values { __typename type stacktrace { frames { __typename function } } }
          }
        }
        knownContexts { __typename runtime { __typename name } }
        project { __typename slug }
        raw
      }
    }
    ...Organization
    _entities(representations: $entities) {
      __typename
      ... on ${type('Issue')} { title organization { name } hashes(first: 2) { nodes { hash } } }
      ... on ${type('Event')} { eventId project { slug } }
      ... on ${type('IssueHash')} { hash issue { shortId } }
      ... on ${type('Project')} { slug }
      ... on ${type('Organization')} { name }
    }
  }
  fragment Main on ${type('Issue')} {
    __typename id
    hashes(first: 3) {
      __typename
      edges { __typename cursor node { __typename id } }
      nodes { hash issue { shortId } latestEvent { __typename id dateCreated tags { key } } }
      pageInfo { __typename endCursor }
    }
  }
  fragment Organization on Query {
    organization: ${field('organization')}(slug: "${ORGANIZATION}") {
      __typename name dateCreated
      issues(first: 3) { nodes { __typename shortId project { __typename slug } hashes(first: 1) { totalCount } } }
    }
    organizations: ${field('organizations')}(first: 2) { nodes { __typename slug name dateCreated } }
    tokenScopes: ${field('tokenScopes')}(organization: "${ORGANIZATION}")
  }`;

/** Only the page of hashes is requested for an issue, if the fields of other types do not count. */
const entitiesOfTypes = ({ type }: Names) => `
  query ($entities: [_Any!]!) {
    _entities(representations: $entities) {
      __typename
      ... on ${type('Issue')} { hashes(first: 1) { nodes { hash } } }
      ... on ${type('Project')} { platform }
      ... on ${type('Organization')} { name }
    }
  }`;

/** A page of full events costs one request for each ten rows. */
const fullEvents = ({ field }: Names) => `{
  issue: ${field('issue')}(organization: "${ORGANIZATION}", id: "${MAIN}") {
    events(first: 30) { nodes { __typename eventId entries { type } } }
  }
}`;

/** Type names of objects and representations, with the prefix. */
const withPrefix = (value: unknown) =>
  JSON.parse(JSON.stringify(value), (key, inner) =>
    key === '__typename' && !['Query', 'PageInfo'].includes(inner) ? `Sentry${inner}` : inner,
  );

const issueId = encodeGlobalId('Issue', ORGANIZATION, MAIN);
const entities = [
  { __typename: 'Issue', organizationSlug: ORGANIZATION, issueId: MAIN },
  { __typename: 'Issue', id: issueId },
  { __typename: 'IssueHash', organizationSlug: ORGANIZATION, issueId: MAIN, hash: HASH },
  { __typename: 'Project', organizationSlug: ORGANIZATION, slug: 'checkout' },
  { __typename: 'Organization', slug: ORGANIZATION },
];

let plain: TestGateway;
const GENEROUS = { MAX_UPSTREAM_REQUESTS: '1000', MAX_PAGES: '1000' };
const WITH_COST = { 'x-sentry-graphql-cost': 'true' };

/** IDs from the gateway without prefixes, and references to objects. */
async function names() {
  const { data } = await plain.execute(
    `{ issue(organization: "${ORGANIZATION}", id: "${MAIN}") { latestEvent { id } hashes(first: 1) { nodes { id } } } }`,
  );
  const event = data.issue.latestEvent.id;
  return {
    ids: [event, data.issue.hashes.nodes[0].id, encodeGlobalId('Organization', ORGANIZATION)],
    given: [...entities, { __typename: 'Event', id: event }],
  };
}

/** The answer, its measured cost, and the requests to Sentry. */
async function ask(
  { upstream, execute }: TestGateway,
  query: string,
  variables: Readonly<Record<string, unknown>>,
) {
  upstream.forgetRequests();
  const text = query.replace('SERVER', new URL(upstream.url).origin);
  const { data, errors, extensions } = (await execute(text, variables, WITH_COST)) as never as {
    readonly data: Record<string, never>;
    readonly errors?: readonly { readonly message: string }[];
    readonly extensions: { readonly cost: { readonly fields: readonly { field: string }[] } };
  };
  const requests = upstream.requests.map((request) => `${request.method} ${request.url}`).sort();
  return { data, errors, cost: extensions.cost, requests };
}

describe.each(['projected', 'graphql-js'])('with prefixes, executed by %s', (execution) => {
  let prefixed: TestGateway;
  beforeAll(async () => {
    // Both learn from the same operations how many full events a page holds.
    plain = await startGateway({ env: GENEROUS });
    prefixed = await startGateway({
      env: {
        ...GENEROUS,
        EXECUTION: execution,
        TYPE_PREFIX: 'Sentry',
        ROOT_FIELD_PREFIX: 'sentry',
      },
    });
  });
  afterAll(async () => {
    await plain[Symbol.asyncDispose]();
    await prefixed[Symbol.asyncDispose]();
  });

  test.each([
    ['with many types', read],
    ['of entities', entitiesOfTypes],
    ['of full events', fullEvents],
  ])(
    'an operation %s has the same answer, cost and requests as without them',
    async (_what, of) => {
      const { ids, given } = await names();
      const expected = await ask(plain, of(PLAIN), { id: issueId, ids, entities: given });
      const answer = await ask(prefixed, of(PREFIXED), {
        id: issueId,
        ids,
        entities: withPrefix(given),
      });
      expect(expected.errors).toBeUndefined();
      expect(answer.errors).toBeUndefined();
      expect(answer.data).toEqual(withPrefix(expected.data));
      expect(answer.requests).toEqual(expected.requests);
      const { fields, ...cost } = expected.cost;
      expect(answer.cost).toEqual({
        ...cost,
        // Representations contain names of types.
        argumentCharacters: expect.anything(),
        fields: fields.map(({ field, ...counts }) => ({
          field: field.startsWith('Query.')
            ? `Query.${PREFIXED.field(field.slice('Query.'.length))}`
            : `Sentry${field}`,
          ...counts,
        })),
      });
    },
  );

  test('global IDs and representations find their objects', async () => {
    const { ids, given } = await names();
    const variables = { id: issueId, ids, entities: withPrefix(given) };
    const { data } = await ask(prefixed, read(PREFIXED), variables);
    expect(data).toMatchObject({
      node: { __typename: 'SentryIssue', id: issueId },
      nodes: [{ eventId: expect.any(String) }, { hash: HASH }, { slug: ORGANIZATION }],
      _entities: given.map(({ __typename }) => ({ __typename: `Sentry${__typename}` })),
    });
  });

  test('an issue that does not exist is null, with one error', async () => {
    const { data, errors } = await prefixed.execute(
      `{ sentryIssue(organization: "${ORGANIZATION}", id: "404404404") { title hashes { totalCount } } }`,
    );
    expect(data).toEqual({ sentryIssue: null });
    expect(errors).toMatchObject([{ path: ['sentryIssue'], extensions: { code: 'NOT_FOUND' } }]);
  });

  test('names without prefix are unknown', async () => {
    const { errors } = await prefixed.execute('{ issue(id: "1") { id ... on Issue { id } } }');
    expect(errors?.map(({ message }) => message)).toEqual([
      expect.stringContaining('Cannot query field "issue" on type "Query"'),
      expect.stringContaining('Unknown type "Issue"'),
    ]);
    const unknown = await prefixed.execute(
      `{ _entities(representations: [{ __typename: "Issue", id: "${issueId}" }]) { __typename } }`,
    );
    expect(unknown.data).toEqual({ _entities: [null] });
    expect(unknown.errors).toMatchObject([
      {
        message: expect.stringContaining(
          '`__typename` is one of SentryOrganization, SentryProject',
        ),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });
});

test('a mutation takes an input object with a prefix', async () => {
  await using gateway = await startGateway({ env: { TYPE_PREFIX: 'Sentry_' } });
  const { data, errors } = await gateway.execute(
    `mutation ($input: Sentry_UnmergeIssueHashesInput!) {
       unmergeIssueHashes(input: $input) { __typename accepted issue { __typename issueId } }
     }`,
    { input: { issue: issueId, hashes: [HASH] } },
  );
  expect(errors).toBeUndefined();
  expect(data.unmergeIssueHashes).toEqual({
    __typename: 'Sentry_UnmergeIssueHashesPayload',
    accepted: [HASH],
    issue: { __typename: 'Sentry_Issue', issueId: MAIN },
  });
});

test('pages: the explorer has prefixed operations, and there is no triage page', async () => {
  await using gateway = await startGateway({
    env: { EXPLORER: 'sandbox', TRIAGE: 'on', ROOT_FIELD_PREFIX: 'sentry' },
  });
  const explorer = await fetch(gateway.url, { headers: { accept: 'text/html' } });
  expect(await explorer.text()).toContain('sentryIssue(organization');
  expect((await fetch(new URL('/triage', gateway.url))).status).toBe(404);
});
