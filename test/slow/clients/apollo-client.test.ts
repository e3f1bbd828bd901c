import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { filter, firstValueFrom } from 'rxjs';
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

function createClient({ url: uri }: TestGateway) {
  return new ApolloClient({
    link: new HttpLink({ uri }),
    cache: new InMemoryCache({
      typePolicies: { Issue: { fields: { hashes: relayStylePagination() } } },
    }),
  });
}

type Window = Omit<IssueHashesQueryVariables, 'issue'>;

/** `fetchMore` keeps variables that are not given, so both directions are set. */
const NO_WINDOW = { first: null, after: null, last: null, before: null } satisfies Window;

/** The list in the cache, as `useQuery` and `fetchMore` use it. */
async function openList(gateway: TestGateway, window: Window) {
  const { issue } = MAIN_ISSUE;
  const observable = createClient(gateway).watchQuery({
    query: IssueHashesDocument,
    variables: { issue, ...window },
  });
  const subscription = observable.subscribe(() => {});
  const settled = () => firstValueFrom(observable.pipe(filter(({ loading }) => !loading)));
  await settled();
  const read = () => {
    const { data, dataState } = observable.getCurrentResult();
    if (dataState !== 'complete' || !data.issue?.hashes) {
      throw new Error('The list is not complete.');
    }
    return data.issue.hashes;
  };
  const load = async (page: Window) => {
    await observable.fetchMore({ variables: page });
    await settled();
  };
  return {
    checksums: () => checksumsOf(read()),
    pageInfo: () => read().pageInfo,
    loadNext: (first: number) => load({ ...NO_WINDOW, first, after: read().pageInfo.endCursor }),
    loadPrevious: (last: number) =>
      load({ ...NO_WINDOW, last, before: read().pageInfo.startCursor }),
    [Symbol.dispose]: () => subscription.unsubscribe(),
  };
}

test.each([1, 30, 100])(
  'Apollo Client pages forwards through 250 hashes, from %i, without loss or duplicates',
  async (first) => {
    await using gateway = await startGateway();
    using list = await openList(gateway, { first });
    for (let count = 17; list.pageInfo().hasNextPage; count += 9) {
      await list.loadNext(count);
    }
    expect(list.checksums()).toEqual(EVERY_HASH);
  },
);

test('Apollo Client pages backwards through 250 hashes without loss or duplicates', async () => {
  await using gateway = await startGateway();
  using list = await openList(gateway, { last: 30 });
  expect(list.checksums()).toEqual(EVERY_HASH.slice(-30));
  for (let count = 17; list.pageInfo().hasPreviousPage; count += 9) {
    await list.loadPrevious(count);
  }
  expect(list.checksums()).toEqual(EVERY_HASH);
});

test('Apollo Client pages from an edge in the middle to both ends', async () => {
  await using gateway = await startGateway();
  using whole = await openList(gateway, { first: 100 });
  using list = await openList(gateway, { first: 10, after: whole.pageInfo().endCursor });
  expect(list.checksums()).toEqual(EVERY_HASH.slice(100, 110));
  for (let count = 17; list.pageInfo().hasNextPage || list.pageInfo().hasPreviousPage; count += 9) {
    await list.loadNext(count);
    await list.loadPrevious(count);
  }
  expect(list.checksums()).toEqual(EVERY_HASH);
});

test("a mutation's payload updates the issue in Apollo Client's cache", async () => {
  await using gateway = await startGateway();
  const client = createClient(gateway);
  const { issue, globalId } = MAIN_ISSUE;
  const status = { query: IssueStatusDocument, variables: { issue } };
  const { data: before } = await client.query(status);
  expect(before?.issue?.status).toBe('unresolved');
  await client.mutate({
    mutation: UpdateIssueStatusDocument,
    variables: { input: { issue: globalId, status: 'resolved' } },
  });
  // Fields that the payload lacks are still in the cache, without another request.
  expect(client.readQuery(status)?.issue).toEqual({ ...before?.issue, status: 'resolved' });
});

test("Apollo Client provides an error's code and message", async () => {
  await using gateway = await startGateway();
  const asked = createClient(gateway).query({
    query: IssueHashesDocument,
    variables: { issue: MAIN_ISSUE.issue, after: 'wibble' },
  });
  const error = await asked.catch((reason: unknown) => reason);
  expect(CombinedGraphQLErrors.is(error) && error.errors).toMatchObject([
    {
      message: expect.stringMatching(/^`after` is not a cursor/),
      path: ['issue', 'hashes'],
      extensions: { code: 'INVALID_CURSOR' },
    },
  ]);
});

test('with `errorPolicy: "all"` Apollo Client provides the fields beside a failed one', async () => {
  await using gateway = await startGateway();
  const { data, error } = await createClient(gateway).query({
    query: TwoBranchesDocument,
    variables: { whole: MAIN_ISSUE.issue, failing: EMBEDDED_ISSUES.one, after: 'wibble' },
    errorPolicy: 'all',
  });
  expect(data).toMatchObject({ whole: { status: 'unresolved' }, failing: { hashes: null } });
  expect(CombinedGraphQLErrors.is(error) && error.errors[0]?.path).toEqual(['failing', 'hashes']);
});

test.each(['none', 'all'] as const)(
  'a page that fails takes nothing from the list of Apollo Client: `errorPolicy: "%s"`',
  async (errorPolicy) => {
    await using gateway = await startGateway();
    const client = createClient(gateway);
    const first = { query: IssueHashesDocument, variables: { issue: MAIN_ISSUE.issue, first: 30 } };
    await client.query(first);
    const page = { variables: { ...NO_WINDOW, first: 30, after: 'wibble' }, errorPolicy };
    await client
      .watchQuery(first)
      .fetchMore(page)
      .catch(() => undefined);
    expect(checksumsOf(client.readQuery(first)?.issue?.hashes ?? { edges: [] })).toEqual(
      EVERY_HASH.slice(0, 30),
    );
  },
);
