import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordedRequest, ReplacementAnswer } from '../../embedded-sentry/server.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

/* `_entities`, which a router queries in a subgraph, and its requests to Sentry. */

const ORGANIZATION = 'hellboy-meowmeow';
const MAIN = '1341191803';
let gateway: TestGateway;
let intercept: ((request: RecordedRequest) => ReplacementAnswer | undefined) | undefined;

beforeEach(async () => {
  intercept = undefined;
  gateway = await startGateway({ intercept: (request) => intercept?.(request) });
});
afterEach(() => gateway[Symbol.asyncDispose]());

type Representation = Readonly<Record<string, unknown>> | string;

const askEntities = (
  representations: readonly Representation[],
  selection: string,
  headers: Readonly<Record<string, string>> = {},
) =>
  gateway.execute(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`,
    { representations },
    headers,
  );
const log = () => gateway.upstream.requests.map(({ method, url }) => `${method} ${url}`);
const issueOf = (issueId: string | number) => ({
  __typename: 'Issue',
  organizationSlug: ORGANIZATION,
  issueId: String(issueId),
});
const json = (status: number, body: unknown): ReplacementAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const refusal = json(403, { detail: 'You do not have permission to perform this action.' });
const isList = ({ path, query }: RecordedRequest) =>
  path === `/api/0/organizations/${ORGANIZATION}/issues/` && query.has('group');

/** An upstream that has every issue, and refuses the forbidden ones as Sentry does. */
function forbid(...forbidden: readonly string[]) {
  return (request: RecordedRequest) => {
    const ids = request.query.getAll('group');
    if (!isList(request)) {
      return undefined;
    }
    return ids.some((id) => forbidden.includes(id))
      ? refusal
      : json(
          200,
          ids.filter((id) => id !== '0').map((id) => ({ id, title: `Title of ${id}` })),
        );
  };
}
const HUNDRED = Array.from({ length: 100 }, (_, index) => String(1000 + index));

test('the details of 100 issue representations take one request', async () => {
  intercept = forbid();
  const { data, errors } = await askEntities(HUNDRED.map(issueOf), '... on Issue { title }');
  expect(errors).toBeUndefined();
  expect(data._entities).toEqual(HUNDRED.map((id) => ({ title: `Title of ${id}` })));
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('an issue is found by its global ID, its numeric ID and its short ID', async () => {
  const { data: known } = await gateway.execute(
    `{ issue(organization: "${ORGANIZATION}", id: "${MAIN}") { id shortId title } }`,
  );
  const { id, shortId, title } = known.issue;
  const { data, errors } = await askEntities(
    [
      { __typename: 'Issue', id },
      issueOf(MAIN),
      { __typename: 'Issue', organizationSlug: ORGANIZATION, shortId },
    ],
    '__typename ... on Issue { id organizationSlug issueId shortId title }',
  );
  expect(errors).toBeUndefined();
  const whole = {
    __typename: 'Issue',
    id,
    organizationSlug: ORGANIZATION,
    issueId: MAIN,
    shortId,
    title,
  };
  expect(data._entities).toEqual([whole, whole, whole]);
});

test('an organization, a project, a hash and an event are found by each of their keys', async () => {
  const { data: known } = await gateway.execute(
    `{ issue(organization: "${ORGANIZATION}", id: "${MAIN}") {
      organization { id }
      project { id slug }
      hashes(first: 1) { nodes { id hash latestEvent { id eventId title } } } } }`,
  );
  const [hash] = known.issue.hashes.nodes;
  const { data, errors } = await askEntities(
    [
      { __typename: 'Organization', slug: ORGANIZATION },
      { __typename: 'Organization', id: known.issue.organization.id },
      { __typename: 'Project', id: known.issue.project.id },
      { __typename: 'Project', organizationSlug: ORGANIZATION, slug: known.issue.project.slug },
      { __typename: 'IssueHash', id: hash.id },
      {
        __typename: 'IssueHash',
        organizationSlug: ORGANIZATION,
        issueId: MAIN,
        hash: hash.hash,
      },
      { __typename: 'Event', id: hash.latestEvent.id },
      {
        __typename: 'Event',
        organizationSlug: ORGANIZATION,
        eventId: hash.latestEvent.eventId,
      },
    ],
    `__typename
    ... on Organization { slug name }
    ... on Project { id organizationSlug slug }
    ... on IssueHash { id organizationSlug issueId hash }
    ... on Event { id organizationSlug eventId title }`,
  );
  expect(errors).toBeUndefined();
  const organization = {
    __typename: 'Organization',
    slug: ORGANIZATION,
    name: 'Hellboy Meowmeow',
  };
  const project = {
    __typename: 'Project',
    organizationSlug: ORGANIZATION,
    ...known.issue.project,
  };
  const wholeHash = {
    __typename: 'IssueHash',
    id: hash.id,
    organizationSlug: ORGANIZATION,
    issueId: MAIN,
    hash: hash.hash,
  };
  const event = {
    __typename: 'Event',
    organizationSlug: ORGANIZATION,
    ...hash.latestEvent,
  };
  expect(data._entities).toEqual([
    organization,
    organization,
    project,
    project,
    wholeHash,
    wholeHash,
    event,
    event,
  ]);
});

test('an entity that Sentry does not know is null without an error', async () => {
  const nobody = 'f'.repeat(32);
  const { data, errors } = await askEntities(
    [
      issueOf(MAIN),
      issueOf(999),
      { __typename: 'Issue', organizationSlug: ORGANIZATION, shortId: 'NOBODY-1' },
      { __typename: 'Issue', organizationSlug: 'no-such-org', issueId: '1' },
      { __typename: 'Organization', slug: 'no-such-org' },
      { __typename: 'Project', organizationSlug: ORGANIZATION, slug: 'no-such-project' },
      { __typename: 'IssueHash', organizationSlug: ORGANIZATION, issueId: MAIN, hash: nobody },
      { __typename: 'Event', organizationSlug: ORGANIZATION, eventId: nobody },
    ],
    '__typename ... on Issue { title } ... on Organization { name }',
  );
  expect(errors).toBeUndefined();
  expect(data._entities[0]).toMatchObject({ __typename: 'Issue' });
  expect(data._entities.slice(1)).toEqual(Array(7).fill(null));
});

test('a failure is an error at the path of each affected entity, and of no other', async () => {
  intercept = ({ path }) => (path.endsWith(`/${ORGANIZATION}/issues/`) ? json(503, {}) : undefined);
  const { data, errors } = await askEntities(
    [issueOf(MAIN), { __typename: 'Organization', slug: ORGANIZATION }, issueOf('1341191804')],
    '... on Issue { title } ... on Organization { name }',
  );
  expect(data._entities).toEqual([null, { name: 'Hellboy Meowmeow' }, null]);
  expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['_entities', 0], 'UPSTREAM_UNAVAILABLE'],
    [['_entities', 2], 'UPSTREAM_UNAVAILABLE'],
  ]);
});

test('one forbidden issue of 100 is found in few requests, and the others are complete', async () => {
  intercept = forbid('1041');
  const ask = () => askEntities(HUNDRED.map(issueOf), '... on Issue { title }');
  const { data, errors } = await ask();
  expect(data._entities.filter(Boolean)).toHaveLength(99);
  expect(data._entities[41]).toBeNull();
  expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['_entities', 41], 'FORBIDDEN'],
  ]);
  expect(gateway.upstream.requests.length).toBeLessThanOrEqual(2 + 2 * Math.ceil(Math.log2(100)));

  gateway.upstream.forgetRequests();
  const again = await ask();
  expect(again.data).toEqual(data);
  expect(again.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('an issue that is forbidden for one token is requested for another', async () => {
  await gateway[Symbol.asyncDispose]();
  gateway = await startGateway({
    signIn: 'passThrough',
    intercept: (request) =>
      request.headers.authorization === `Bearer ${TOKENS.eventRead.text}`
        ? forbid('1001')(request)
        : forbid()(request),
  });
  const ask = (token: { readonly text: string }) =>
    askEntities(HUNDRED.slice(0, 2).map(issueOf), '... on Issue { title }', {
      authorization: `Bearer ${token.text}`,
    });
  expect((await ask(TOKENS.eventRead)).data._entities[1]).toBeNull();
  expect((await ask(TOKENS.everyScope)).data._entities[1]).toEqual({ title: 'Title of 1001' });
});

test('a caller who may not list issues at all costs two requests', async () => {
  intercept = (request) => (isList(request) ? refusal : undefined);
  const { data, errors } = await askEntities(HUNDRED.map(issueOf), '... on Issue { title }');
  expect(data._entities).toEqual(HUNDRED.map(() => null));
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
  expect(gateway.upstream.requests).toHaveLength(2);
});

test('an invalid representation is an error only at its index, and costs no request', async () => {
  const { data, errors } = await askEntities(
    [
      'text',
      {},
      { __typename: 'Frame', id: 'x' },
      { __typename: 'constructor' },
      { __typename: 'Issue' },
      { __typename: 'Issue', organizationSlug: ORGANIZATION, issueId: 7 },
      { __typename: 'Issue', organizationSlug: ORGANIZATION, issueId: '../7' },
      { __typename: 'Event', id: 'not an ID' },
      issueOf(MAIN),
    ],
    '... on Issue { issueId hashes(first: 1) { nodes { hash } } }',
  );
  const indexes = errors?.map(({ path, extensions }) => [path?.[1], extensions.code]).sort();
  expect(indexes).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((index) => [index, 'BAD_USER_INPUT']));
  expect(data._entities.slice(0, 8)).toEqual(Array(8).fill(null));
  expect(data._entities[8].hashes.nodes).toHaveLength(1);
  expect(log()).toEqual([
    `GET /api/0/organizations/${ORGANIZATION}/issues/${MAIN}/hashes/?full=0&per_page=1`,
  ]);
});

test.each([
  ['... on Issue { hashes(first: 2) { nodes { hash latestEvent { title } } } }', 'full=0'],
  [
    '... on Node { ... on Issue { hashes(first: 2) { nodes { latestEvent { size } } } } }',
    'full=1',
  ],
  ['...Hashes', 'full=1'],
  [
    '... on Issue { hashes(first: 2) { nodes { hash } } } ... on Organization { name } ... on Event { size }',
    'full=0',
  ],
])('look-ahead works below `_entities`: %s', async (selection, full) => {
  const hashes = '... on Issue { hashes(first: 2) { nodes { latestEvent { size } } } }';
  for (let time = 0; time < 3; time += 1) {
    gateway.upstream.forgetRequests();
    const { errors } = await gateway.execute(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }
      ${selection === '...Hashes' ? `fragment Hashes on _Entity { ${hashes} }` : ''}`,
      { representations: [issueOf(MAIN)] },
    );
    expect(errors).toBeUndefined();
    expect(log()).toEqual([
      `GET /api/0/organizations/${ORGANIZATION}/issues/${MAIN}/hashes/?${full}&per_page=2`,
    ]);
  }
});

test('events by organization and ID are requested one after another', async () => {
  let inFlight = 0;
  let most = 0;
  await gateway[Symbol.asyncDispose]();
  gateway = await startGateway({
    intercept: async ({ path }) => {
      if (path.includes('/eventids/')) {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await new Promise(setImmediate);
        inFlight -= 1;
      }
      return undefined;
    },
  });
  const { data: known } = await gateway.execute(
    `{ issue(organization: "${ORGANIZATION}", id: "${MAIN}") { hashes(first: 3) { nodes { latestEvent { eventId } } } } }`,
  );
  gateway.upstream.forgetRequests();
  const ids: string[] = known.issue.hashes.nodes.map(
    ({ latestEvent }: { readonly latestEvent: { readonly eventId: string } }) =>
      latestEvent.eventId,
  );
  const { data } = await askEntities(
    [...ids, ...ids].map((eventId) => ({
      __typename: 'Event',
      organizationSlug: ORGANIZATION,
      eventId,
    })),
    '... on Event { eventId issueId }',
  );
  expect(data._entities.slice(0, 3)).toEqual(ids.map((eventId) => ({ eventId, issueId: MAIN })));
  expect(gateway.upstream.requests).toHaveLength(3);
  expect(most).toBe(1);
});
