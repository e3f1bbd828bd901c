import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { encodeGlobalId } from '../../../src/global-id.ts';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';

/* What loaders request once counts once, so that a router's large requests are not refused. */

const organizationSlug = 'hellboy-meowmeow';
const ISSUE = `issue(organization: "${organizationSlug}", id: "${EMBEDDED_ISSUES.main}")`;

let gateway: TestGateway;
let issueIds: readonly string[];
let hashes: readonly { readonly id: string; readonly hash: string }[];
beforeAll(async () => {
  gateway = await startGateway();
  const { data } = await gateway.execute(`{
    organization(slug: "${organizationSlug}") { issues(first: 60, query: "") { nodes { issueId } } }
    issue(organization: "${organizationSlug}", id: "1341193000") { hashes(first: 100) { nodes { id hash } } }
  }`);
  issueIds = data.organization.issues.nodes.map(({ issueId }: { issueId: string }) => issueId);
  hashes = data.issue.hashes.nodes;
});
beforeEach(() => gateway.upstream.forgetRequests());
afterAll(() => gateway[Symbol.asyncDispose]());

async function cost(query: string, variables: object = {}) {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sentry-graphql-cost': 'true' },
    body: JSON.stringify({ query, variables }),
  });
  const { errors, extensions } = (await response.json()) as {
    readonly errors?: unknown;
    readonly extensions: {
      readonly cost: {
        readonly pages: { readonly found: number };
        readonly requests: { readonly found: number; readonly taken: number };
      };
    };
  };
  expect(errors).toBeUndefined();
  const { pages, requests } = extensions.cost;
  return { pages: pages.found, found: requests.found, taken: requests.taken };
}

const entities = (on: string) =>
  `query ($r: [_Any!]!) { _entities(representations: $r) { ${on} } }`;
const issues = (ids: readonly string[]) =>
  ids.map((issueId) => ({ __typename: 'Issue', organizationSlug, issueId }));

test('the organization of many issues counts once', async () => {
  const query = entities('... on Issue { title organization { name } }');
  expect(await cost(query, { r: issues(issueIds) })).toEqual({ pages: 0, found: 2, taken: 2 });
});

test('the issue of many hashes that are referred to counts once, beside the pages that are searched', async () => {
  const query = entities('... on IssueHash { issue { shortId } }');
  const r = hashes.map(({ id }) => ({ __typename: 'IssueHash', id }));
  expect(r).toHaveLength(100);
  expect(await cost(query, { r })).toEqual({ pages: 0, found: 11, taken: 2 });
});

test.each([
  ['hashes', `{ ${ISSUE} { hashes(first: 100) { nodes { issue { shortId } } } } }`],
  ['events', `{ ${ISSUE} { events(first: 100) { edges { node { issue { shortId } } } } } }`],
])('the issue of a page of %s counts once', async (_what, query) => {
  expect(await cost(query)).toEqual({ pages: 1, found: 3, taken: 2 });
});

test('an issue that many representations refer to counts once, and so do its pages', async () => {
  const query = entities('... on Issue { hashes(first: 1) { nodes { hash } } }');
  const r = Array.from({ length: 100 }, (_, index) => issues(issueIds)[index % 18]);
  expect(await cost(query, { r })).toEqual({ pages: 18, found: 19, taken: 18 });
});

test('1,000 representations of few issues take one request', async () => {
  const r = Array.from({ length: 1_000 }, (_, index) => issues(issueIds)[index % 20]);
  expect(await cost(entities('... on Issue { title }'), { r })).toEqual({
    pages: 0,
    found: 1,
    taken: 1,
  });
});

test('references by different types are measured each by their own fields', async () => {
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) {
    ... on Issue { hashes(first: 1) { nodes { hash } } }
    ... on Organization { name }
  } }`;
  const ids = [
    ...issueIds.slice(0, 3).map((id) => encodeGlobalId('Issue', organizationSlug, id)),
    ...Array(20).fill(encodeGlobalId('Organization', organizationSlug)),
  ];
  expect(await cost(query, { ids })).toEqual({ pages: 3, found: 6, taken: 4 });
});

test('the project of events counts once for each issue', async () => {
  const { found, taken } = await cost(
    `{ organization(slug: "${organizationSlug}") { issues(first: 18) { nodes { latestEvent { project { slug } } } } } }`,
  );
  expect(found).toBe(39);
  expect(taken).toBeLessThanOrEqual(found);
  const page = `{ ${ISSUE} { hashes(first: 50) { nodes { latestEvent { project { slug } } } } } }`;
  expect(await cost(page)).toEqual({ pages: 1, found: 3, taken: 2 });
});
