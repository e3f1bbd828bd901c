import { afterAll, beforeAll, expect, test } from 'vitest';
import { DOCUMENTATION_SAMPLE } from '../../embedded-sentry/documentation-sample.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import type { RecordedRequest } from '../../embedded-sentry/server.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

/*
 * A failed branch is null with its error; the rest of the result is the same as without the failure.
 */

const ORGANIZATION = 'hellboy-meowmeow';
const { main, python, java, go, native } = EMBEDDED_ISSUES;
const { id: hash, latestEvent } = DOCUMENTATION_SAMPLE;
const eventId = latestEvent.eventID;
const NATIVE_EVENT = 'ea6d416babe4d8c057b0d7e148279b70';
const STOREFRONT_HASH = '2e98b24a39b20b47a395b5c0e3ddad4a';

const OPERATION = `{
  organization(slug: "${ORGANIZATION}") {
    slug
    name
    issues(first: 2) { totalCount nodes { title } }
    projects(first: 2) { nodes { slug } }
    event(id: "${eventId}") { title }
    project(slug: "checkout") {
      name
      issueByHash(hash: "${hash}") { issueId }
      event(id: "${eventId}") { title }
    }
    storefront: project(slug: "storefront") {
      issuesByHash(hashes: ["${STOREFRONT_HASH}"]) { hash issue { issueId } }
    }
  }
  walked: issue(organization: "${ORGANIZATION}", id: "${main}") {
    id
    shortId
    title
    hashes(first: 2) { nodes { hash latestEvent { title size } } }
    events(first: 1) { nodes { title release { version } previousEvent { title } } }
    oldestEvent { title }
  }
  opened: issue(organization: "${ORGANIZATION}", id: "${python}") {
    title
    tags { key }
    latestEvent { title }
    recommendedEvent { title }
  }
  paged: issue(organization: "${ORGANIZATION}", id: "${java}") {
    a: hashes(first: 3) { nodes { hash } }
    b: hashes(first: 1, after: "0:1:0") { nodes { hash issue { status } } }
  }
  nodes(ids: [
    "${encodeGlobalId('IssueHash', ORGANIZATION, main, hash)}"
    "${encodeGlobalId('Event', ORGANIZATION, native, NATIVE_EVENT)}"
    "${encodeGlobalId('Issue', ORGANIZATION, native)}"
  ]) { id ... on Issue { title } }
  _entities(representations: [
    { __typename: "Project", organizationSlug: "${ORGANIZATION}", slug: "billing" }
    { __typename: "Issue", organizationSlug: "${ORGANIZATION}", issueId: "${go}" }
  ]) {
    ... on Project { slug platform }
    ... on Issue { organizationSlug hashes(first: 1) { nodes { hash } } }
  }
}`;

/** Every request of the operation, and the fields that are null if it fails. */
const LOST: readonly (readonly [request: RegExp, ...paths: string[]])[] = [
  [/^organizations\/[^/]+\/\?/, 'organization.name'],
  [/^organizations\/[^/]+\/issues\/\?query/, 'organization.issues'],
  [/^organizations\/[^/]+\/projects\//, 'organization.projects'],
  [/^organizations\/[^/]+\/eventids\//, 'organization.event'],
  [/^projects\/[^/]+\/checkout\/\?/, 'organization.project.name'],
  [/^projects\/[^/]+\/checkout\/issues\//, 'organization.project.issueByHash'],
  [/^projects\/[^/]+\/checkout\/events\//, 'organization.project.event'],
  [/^projects\/[^/]+\/storefront\//, 'organization.storefront.issuesByHash.0.issue'],
  // One request for both issues.
  [
    new RegExp(`issues/\\?group=${main}&group=${native}&`),
    'walked.shortId',
    'walked.title',
    'nodes.2',
  ],
  // One page for the connection and for the hash with a global ID.
  [new RegExp(`${main}/hashes/`), 'walked.hashes', 'nodes.0'],
  [new RegExp(`${main}/events/\\?per_page=1&`), 'walked.events'],
  [
    new RegExp(`${main}/events/${eventId}/`),
    'walked.events.nodes.0.release',
    'walked.events.nodes.0.previousEvent',
  ],
  [new RegExp(`${main}/events/\\?.*query=id`), 'walked.events.nodes.0.previousEvent'],
  [new RegExp(`${main}/events/oldest/`), 'walked.oldestEvent'],
  [new RegExp(`${python}/\\?`), 'opened.title', 'opened.tags'],
  [new RegExp(`${python}/events/latest/`), 'opened.latestEvent'],
  [new RegExp(`${python}/events/recommended/`), 'opened.recommendedEvent'],
  [new RegExp(`${java}/hashes/.*per_page=3`), 'paged.a'],
  [new RegExp(`${java}/hashes/.*per_page=1`), 'paged.b'],
  [new RegExp(`${java}/\\?`), 'paged.b.nodes.0.issue.status'],
  [new RegExp(`${native}/events/`), 'nodes.1'],
  [/^projects\/[^/]+\/billing\//, '_entities.0'],
  [new RegExp(`${go}/hashes/`), '_entities.1.hashes'],
];

const nameOf = ({ path, query }: RecordedRequest) => `${path.replace('/api/0/', '')}?${query}`;

test.each(['projected', 'graphql-js'])(
  'if one request fails, every field that does not need it keeps its value: %s',
  async (execution) => {
    let failing: RegExp | null = null;
    await using gateway = await startGateway({
      env: { EXECUTION: execution },
      intercept: (request) =>
        failing?.test(nameOf(request)) ? { status: 500, body: 'played' } : undefined,
    });
    const { data: whole, errors: none } = await gateway.execute(OPERATION);
    expect(none).toBeUndefined();
    const asked = gateway.upstream.requests.map(nameOf);
    expect(asked.filter((each) => !LOST.some(([request]) => request.test(each)))).toEqual([]);

    for (const [request, ...paths] of LOST) {
      expect(asked.filter((each) => request.test(each))).toHaveLength(1);
      failing = request;
      const { data, errors } = await gateway.execute(OPERATION);
      expect(data, String(request)).toEqual(paths.reduce(withNull, whole));
      expect(errors?.map(({ path, extensions: { code } }) => `${path?.join('.')} ${code}`)).toEqual(
        paths.map((path) => `${path} UPSTREAM_UNAVAILABLE`),
      );
    }
    expect(gateway.defects).toEqual([]);
  },
);

/** A copy in which the value at a path is null. */
function withNull(value: unknown, path: string): unknown {
  const copy = structuredClone(value);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const parent = steps.reduce<Record<string, unknown>>(
    (at, step) => at[step] as Record<string, unknown>,
    copy as Record<string, unknown>,
  );
  expect(parent[last]).not.toBeNull();
  parent[last] = null;
  return copy;
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

test.each([
  ['issue', 'hashes(first: 101) { totalCount }', 'BAD_USER_INPUT'],
  ['issue', 'hashes(first: -1) { totalCount }', 'BAD_USER_INPUT'],
  ['issue', 'hashes(first: 1, last: 1) { totalCount }', 'BAD_USER_INPUT'],
  ['issue', 'hashes(after: "no cursor") { totalCount }', 'INVALID_CURSOR'],
  ['issue', 'events(before: "no cursor") { nodes { id } }', 'INVALID_CURSOR'],
  ['issue', 'events(statsPeriod: "soon") { nodes { id } }', 'BAD_USER_INPUT'],
  ['issue', 'events(start: "2026-01-01T00:00:00Z") { nodes { id } }', 'BAD_USER_INPUT'],
  ['organization', 'issues(sort: "beauty") { totalCount }', 'BAD_USER_INPUT'],
  ['organization', 'issues(statsPeriod: "soon") { totalCount }', 'BAD_USER_INPUT'],
  ['organization', 'issues(after: "no cursor") { totalCount }', 'INVALID_CURSOR'],
  ['organization', 'projects(after: "no cursor") { nodes { slug } }', 'INVALID_CURSOR'],
  ['project', 'issues(sort: "beauty") { totalCount }', 'BAD_USER_INPUT'],
  [
    'project',
    `issuesByHash(hashes: ["${Array(101).fill(hash).join('", "')}"]) { hash }`,
    'BAD_USER_INPUT',
  ],
])('an invalid argument does not affect sibling fields: %s { %s }', async (on, bad, code) => {
  const badOf = (name: string) => (name === on ? `bad: ${bad}` : '');
  const { data, errors } = await gateway.execute(`{
    organization(slug: "${ORGANIZATION}") { name projects(first: 1) { nodes { slug } } ${badOf('organization')} }
    issue(organization: "${ORGANIZATION}", id: "${main}") { title hashes(first: 1) { nodes { hash } } ${badOf('issue')} }
    node(id: "${encodeGlobalId('Project', ORGANIZATION, '5237740')}") { ... on Project { name ${badOf('project')} } }
  }`);
  const root = on === 'project' ? 'node' : on;
  expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [[root, 'bad'], code],
  ]);
  const whole = {
    organization: { name: 'Hellboy Meowmeow', projects: { nodes: [{ slug: 'billing' }] } },
    issue: {
      title: DOCUMENTATION_SAMPLE.latestEvent.title,
      hashes: { nodes: [{ hash }] },
    },
    node: { name: 'checkout' },
  };
  expect(data).toEqual({ ...whole, [root]: { ...whole[root as 'issue'], bad: null } });
});

test('too many IDs of `nodes` do not affect other fields of the operation', async () => {
  const ids = Array(101).fill(encodeGlobalId('Organization', ORGANIZATION));
  const { data, errors } = await gateway.execute(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { id } organization(slug: "${ORGANIZATION}") { slug } }`,
    { ids },
  );
  expect(data).toEqual({ nodes: null, organization: { slug: ORGANIZATION } });
  expect(errors).toMatchObject([{ path: ['nodes'], extensions: { code: 'BAD_USER_INPUT' } }]);
});
