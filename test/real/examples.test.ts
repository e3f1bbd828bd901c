import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createExampleOperations } from '../../src/http/pages/example-operations.ts';
import {
  askSentry,
  ISSUES,
  ORGANIZATION,
  type RealGateway,
  startRealGateway,
} from './real-sentry.ts';

/* README's query and the example operations of the explorers. */

let gateway: RealGateway;
beforeAll(async () => {
  gateway = await startRealGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

interface RestHash {
  readonly id: string;
  readonly latestEvent: Readonly<Record<string, unknown>>;
}

const hashesOf = async (issueId: string, count: number): Promise<readonly RestHash[]> =>
  (await askSentry(`/organizations/acme/issues/${issueId}/hashes/?per_page=${count}`)).body;

const manyHashes = ISSUES['many-hashes'];
const someHash = (await hashesOf(ISSUES.python.issueId, 1))[0]?.id ?? '';
const twoHashes = (await hashesOf(manyHashes.issueId, 2)).map(({ id }) => id);
const [newestEvents, paging, manyIssues, hashToIssue, stackTrace, grouping, comparison] =
  createExampleOperations({
    organization: ORGANIZATION,
    issue: manyHashes.shortId,
    project: ISSUES.python.project,
    hash: someHash,
    hashes: twoHashes,
    shortId: manyHashes.shortId,
    url: '',
  });
const run = (operation: typeof paging, variables: object = {}) => {
  const { document = '', variables: given } = operation ?? {};
  return gateway.execute(document, { ...given, ...variables });
};

interface ListedIssue {
  readonly id: string;
  readonly shortId: string;
  readonly title: string;
  readonly count: string;
}

async function firstIssues(): Promise<readonly ListedIssue[]> {
  return (await askSentry('/organizations/acme/issues/?query=is:unresolved&limit=5')).body;
}

test("README's query lists the hashes of the first unresolved issues", async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const query = /```graphql\n(query [^`]*)```/.exec(readme)?.[1] ?? '';
  const { data, errors } = await gateway.execute(query, { organization: ORGANIZATION });
  expect(errors).toBeUndefined();
  const { nodes } = data.organization.issues;
  const listed = await firstIssues();
  expect(listed).toMatchObject(
    nodes.map(({ shortId, title }: ListedIssue) => ({ shortId, title })),
  );
  for (const [index, { id }] of listed.entries()) {
    // These event fields have the same names in both.
    const shown = nodes[index].hashes.nodes.map(
      ({ hash, latestEvent }: { hash: string; latestEvent: object }) => ({ id: hash, latestEvent }),
    );
    expect(shown).not.toEqual([]);
    expect(await hashesOf(id, 10)).toMatchObject(shown);
  }
});

test('the newest event of each hash of an issue is returned', async () => {
  const { data, errors } = await run(newestEvents);
  expect(errors).toBeUndefined();
  const expected = (await hashesOf(manyHashes.issueId, 3)).map(({ id, latestEvent }) => ({
    hash: id,
    latestEvent: {
      title: latestEvent['title'],
      platform: 'python',
      dateCreated: latestEvent['dateCreated'],
    },
  }));
  expect(data.issue.hashes.nodes).toEqual(expected);
  expect(expected).toHaveLength(3);
});

test('a page begins after the end cursor of the previous page', async () => {
  const first = (await run(paging)).data.issue.hashes;
  const second = (await run(paging, { after: first.pageInfo.endCursor })).data.issue.hashes;
  const hashes = [...first.edges, ...second.edges].map((edge) => edge.node.hash);
  expect(hashes).toEqual((await hashesOf(manyHashes.issueId, 4)).map(({ id }) => id));
  expect(first).toMatchObject({ totalCount: 140, pageInfo: { hasNextPage: true } });
});

test('the hashes of several issues take one request each, and one for the list', async () => {
  gateway.proxy.forget();
  const { data, errors } = await run(manyIssues);
  expect(errors).toBeUndefined();
  const listed = await firstIssues();
  expect(data.organization.issues.nodes).toEqual(
    await Promise.all(
      listed.map(async ({ id, shortId, title, count }) => ({
        shortId,
        title,
        count: Number(count),
        hashes: {
          nodes: (await hashesOf(id, 2)).map(({ id: hash, latestEvent }) => ({
            hash,
            latestEvent: { title: latestEvent['title'] },
          })),
        },
      })),
    ),
  );
  expect(gateway.proxy.exchanges.map(({ path }) => path).sort()).toEqual(
    [
      '/organizations/acme/issues/',
      ...listed.map(({ id }) => `/organizations/acme/issues/${id}/hashes/`),
    ].sort(),
  );
});

// Sentry 23.7 ignores `hashes=` and lists the whole project instead.
test('a server that cannot search by hash is reported as unsupported', async () => {
  const { data, errors } = await run(hashToIssue);
  expect(data.organization.project.issueByHash).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'UNSUPPORTED_BY_UPSTREAM' } }]);
});

test('the stack trace of the newest event has the frames and source lines of Sentry', async () => {
  const { data, errors } = await run(stackTrace, { issue: ISSUES.python.shortId });
  expect(errors).toBeUndefined();
  const { body } = await askSentry(
    `/organizations/acme/issues/${ISSUES.python.issueId}/events/latest/`,
  );
  const exceptions = body.entries.find(({ type }: { type: string }) => type === 'exception');
  const shown = data.issue.hashes.nodes[0].latestEvent.entries.find(
    ({ values }: { values?: unknown }) => values,
  );
  expect(shown.values).toEqual(
    exceptions.data.values.map(
      // biome-ignore lint/suspicious/noExplicitAny: Sentry's JSON.
      ({ type, value, stacktrace }: any) => ({
        type,
        value,
        stacktrace: {
          // biome-ignore lint/suspicious/noExplicitAny: Sentry's JSON.
          frames: stacktrace.frames.map(({ function: name, filename, lineNo, context }: any) => ({
            function: name,
            filename,
            lineNo,
            context: context.map(([number, line]: [number, string]) => ({ lineNo: number, line })),
          })),
        },
      }),
    ),
  );
});

test('the values that made each hash are those of the contributing variant', async () => {
  const { data, errors } = await run(grouping);
  expect(errors).toBeUndefined();
  const listed = await hashesOf(manyHashes.issueId, 4);
  expect(data.issue.hashes.nodes.map(({ hash }: { hash: string }) => hash)).toEqual(
    listed.map(({ id }) => id),
  );
  for (const [index, { id, latestEvent }] of listed.entries()) {
    const { body } = await askSentry(
      `/projects/acme/${manyHashes.project}/events/${latestEvent['eventID']}/grouping-info/`,
    );
    const made = Object.values<{ type: string; hash: string; values?: string[] }>(body).find(
      ({ hash }) => hash === id,
    );
    const { variant } = data.issue.hashes.nodes[index].grouping;
    expect(variant.type).toBe(made?.type.replaceAll('-', '_'));
    expect(variant.fingerprint?.values ?? null).toEqual(made?.values ?? null);
    expect(variant.contributingValues.length).toBeGreaterThan(0);
  }
});

test('hashes side by side differ in some value', async () => {
  const { data, errors } = await run(comparison);
  expect(errors).toBeUndefined();
  const { rows } = data.issue.compareHashes;
  expect(rows.length).toBeGreaterThan(0);
  for (const { values } of rows) {
    expect(new Set(values).size).toBe(2);
  }
});
