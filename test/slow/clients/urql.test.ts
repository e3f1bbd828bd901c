import { Client, type ClientOptions, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';
import {
  IssueHashesDocument,
  type IssueHashesQueryVariables,
  IssueStatusDocument,
  TwoBranchesDocument,
  UpdateIssueStatusDocument,
} from './generated/operations.ts';
import { checksumsOf, EVERY_HASH, MAIN_ISSUE } from './main-issue.ts';

const { issue, globalId } = MAIN_ISSUE;

/** POST: urql's default is GET, which pages of other origins could send too. */
function createClient(
  { url }: TestGateway,
  options: Partial<ClientOptions> = {},
  pagination: PaginationParams = {},
) {
  return new Client({
    url,
    preferGetMethod: false,
    ...options,
    exchanges: [
      cacheExchange({ resolvers: { Issue: { hashes: relayPagination(pagination) } } }),
      fetchExchange,
    ],
  });
}

type PaginationParams = NonNullable<Parameters<typeof relayPagination>[0]>;
type Window = Omit<IssueHashesQueryVariables, 'issue'>;

/** urql's list of the requested pages. */
async function openList(gateway: TestGateway, window: Window, pagination: PaginationParams = {}) {
  const client = createClient(gateway, {}, pagination);
  const load = async (page: Window) => {
    const { data, error } = await client.query(IssueHashesDocument, { issue, ...page });
    if (!data?.issue?.hashes) {
      throw error ?? new Error('There are no hashes.');
    }
    return data.issue.hashes;
  };
  let list = await load(window);
  return {
    checksums: () => checksumsOf(list),
    pageInfo: () => list.pageInfo,
    async loadNext(first: number) {
      list = await load({ first, after: list.pageInfo.endCursor });
    },
    async loadPrevious(last: number) {
      list = await load({ last, before: list.edges[0]?.cursor ?? null });
    },
  };
}

test.each([1, 30, 100])(
  'urql pages forwards through 250 hashes, from %i, without loss or duplicates',
  async (first) => {
    await using gateway = await startGateway();
    const list = await openList(gateway, { first });
    for (let count = 17; list.pageInfo().hasNextPage; count += 9) {
      await list.loadNext(count);
    }
    expect(list.checksums()).toEqual(EVERY_HASH);
  },
);

test('urql pages backwards through 250 hashes without loss or duplicates', async () => {
  await using gateway = await startGateway();
  const list = await openList(gateway, { last: 30 });
  expect(list.checksums()).toEqual(EVERY_HASH.slice(-30));
  for (let count = 17; list.pageInfo().hasPreviousPage; count += 9) {
    await list.loadPrevious(count);
  }
  expect(list.checksums()).toEqual(EVERY_HASH);
});

test('urql pages from an edge in the middle to both ends', async () => {
  await using gateway = await startGateway();
  const whole = await openList(gateway, { first: 100 });
  const after = whole.pageInfo().endCursor;
  const list = await openList(gateway, { first: 10, after }, { mergeMode: 'outwards' });
  expect(list.checksums()).toEqual(EVERY_HASH.slice(100, 110));
  // Before a previous page is loaded, `hasPreviousPage` of urql's list is unknown.
  await list.loadPrevious(17);
  expect(list.checksums()).toEqual(EVERY_HASH.slice(83, 110));
  for (let count = 17; list.pageInfo().hasNextPage || list.pageInfo().hasPreviousPage; count += 9) {
    await list.loadNext(count);
    await list.loadPrevious(count);
  }
  expect(list.checksums()).toEqual(EVERY_HASH);
});

test("a mutation's payload updates the issue in urql's cache", async () => {
  await using gateway = await startGateway();
  const client = createClient(gateway);
  const { data: before } = await client.query(IssueStatusDocument, { issue });
  expect(before?.issue?.status).toBe('unresolved');
  await client.mutation(UpdateIssueStatusDocument, {
    input: { issue: globalId, status: 'resolved' },
  });
  // Fields that the payload lacks are still in the cache, without another request.
  const after = client.readQuery(IssueStatusDocument, { issue });
  expect(after?.data?.issue).toEqual({ ...before?.issue, status: 'resolved' });
});

test("urql provides an error's code and message", async () => {
  await using gateway = await startGateway();
  const { error } = await createClient(gateway).query(IssueHashesDocument, {
    issue,
    after: 'wibble',
  });
  expect(error?.graphQLErrors).toMatchObject([
    {
      message: expect.stringMatching(/^`after` is not a cursor/),
      path: ['issue', 'hashes'],
      extensions: { code: 'INVALID_CURSOR' },
    },
  ]);
});

test('urql provides the fields beside a failed one', async () => {
  await using gateway = await startGateway();
  const { data, error } = await createClient(gateway).query(TwoBranchesDocument, {
    whole: issue,
    failing: EMBEDDED_ISSUES.one,
    after: 'wibble',
  });
  expect(data).toMatchObject({ whole: { status: 'unresolved' }, failing: { hashes: null } });
  expect(error?.graphQLErrors[0]?.path).toEqual(['failing', 'hashes']);
});

test("urql's default, GET, is refused without a preflight header", async () => {
  await using gateway = await startGateway();
  const preferGetMethod = 'within-url-limit';
  const bare = await createClient(gateway, { preferGetMethod }).query(IssueStatusDocument, {
    issue,
  });
  expect(bare.error?.message).toMatch(/apollo-require-preflight/);
  const fetchOptions = { headers: { 'apollo-require-preflight': 'true' } };
  const asked = await createClient(gateway, { preferGetMethod, fetchOptions }).query(
    IssueStatusDocument,
    { issue },
  );
  expect(asked.error).toBeUndefined();
  expect(asked.data?.issue?.status).toBe('unresolved');
});

test("a page that fails does not change urql's list", async () => {
  await using gateway = await startGateway();
  const client = createClient(gateway);
  await client.query(IssueHashesDocument, { issue, first: 30 });
  await client.query(IssueHashesDocument, { issue, first: 30, after: 'wibble' });
  const { data } = await client.query(IssueHashesDocument, { issue, first: 30 });
  expect(checksumsOf(data?.issue?.hashes ?? { edges: [] })).toEqual(EVERY_HASH.slice(0, 30));
});
