import {
  type ConcreteRequest,
  createOperationDescriptor,
  Environment,
  type GraphQLResponse,
  getPaginationMetadata,
  getPaginationVariables,
  getSelector,
  Network,
  type OperationDescriptor,
  type ReaderFragment,
  RecordSource,
  type SingularReaderSelector,
  Store,
  type Variables,
} from 'relay-runtime';
import { afterAll, expect, test } from 'vitest';
import { createDataset, hashesOf } from '../../../embedded-sentry/dataset.ts';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';
import { compileRelay } from './relay-operations.ts';

const compiled = compileRelay([
  `query clientQuery($issue: String!, $first: Int, $after: String, $last: Int, $before: String) {
    issue(organization: "hellboy-meowmeow", id: $issue) {
      id
      ...client_issue @arguments(first: $first, after: $after, last: $last, before: $before)
    }
  }`,
  `fragment client_issue on Issue
    @refetchable(queryName: "clientPaginationQuery")
    @argumentDefinitions(
      first: { type: "Int" }, after: { type: "String" }
      last: { type: "Int" }, before: { type: "String" }
    ) {
    hashes(first: $first, after: $after, last: $last, before: $before)
      @connection(key: "client_hashes") {
      edges { cursor node { id hash latestEvent { id title } } }
    }
  }`,
]);
afterAll(() => compiled[Symbol.dispose]());

const QUERY = compiled.artifact<ConcreteRequest>('clientQuery');
const PAGES = compiled.artifact<ConcreteRequest>('clientPaginationQuery');
const FRAGMENT = compiled.artifact<ReaderFragment>('client_issue');
const { paginationMetadata } = getPaginationMetadata(FRAGMENT, 'client_issue');

/** The hashes of the embedded Sentry, in its order. */
const EVERY_HASH = hashesOf(
  createDataset().issues.find(({ id }) => id === EMBEDDED_ISSUES.main) as never,
).map(({ hash }) => hash);

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly hash: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A list as in `usePaginationFragment`, with Relay's own store and variables. */
async function openList({ url }: TestGateway, window: Variables) {
  const environment = new Environment({
    store: new Store(new RecordSource()),
    network: Network.create(async ({ text }, variables) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      });
      const answer = (await response.json()) as GraphQLResponse & {
        readonly errors?: readonly {
          readonly message: string;
          readonly path: readonly unknown[];
        }[];
      };
      // Relay writes each response into its store: a failed connection would replace the list.
      const failure = answer.errors?.find(({ path }) => path.at(-1) === 'hashes');
      if (failure) {
        throw new Error(failure.message);
      }
      return answer;
    }),
  });
  const run = async (operation: OperationDescriptor) => {
    environment.retain(operation);
    await environment.execute({ operation }).toPromise();
    return operation;
  };
  const lookUp = (operation: OperationDescriptor) =>
    environment.lookup(operation.fragment).data as { readonly issue: { readonly id: string } };

  const opened = await run(
    createOperationDescriptor(QUERY, { issue: EMBEDDED_ISSUES.main, ...window }),
  );
  const { issue } = lookUp(opened);
  const selector = getSelector(FRAGMENT, issue) as SingularReaderSelector;
  const read = () =>
    (environment.lookup(selector).data as unknown as { readonly hashes: Connection }).hashes;

  return {
    read,
    hashes: () => read().edges.map(({ node }) => node.hash),
    /** `loadNext` and `loadPrevious`. */
    async load(direction: 'forward' | 'backward', count: number) {
      const { startCursor, endCursor } = read().pageInfo;
      const variables = getPaginationVariables(
        direction,
        count,
        direction === 'forward' ? endCursor : startCursor,
        { ...window, id: issue.id },
        {},
        paginationMetadata,
      );
      await run(createOperationDescriptor(PAGES, variables));
    },
    /** `refetch`, by `node(id:)`. */
    async refetch(variables: Variables) {
      const operation = await run(
        createOperationDescriptor(PAGES, { ...window, ...variables, id: issue.id }),
      );
      const { node } = environment.lookup(operation.fragment).data as { readonly node: unknown };
      const again = getSelector(FRAGMENT, node) as SingularReaderSelector;
      const { hashes } = environment.lookup(again).data as unknown as {
        readonly hashes: Connection;
      };
      return hashes.edges.map(({ node: { hash } }) => hash);
    },
  };
}

test('Relay pages forwards through 250 hashes without loss or duplicates', async () => {
  await using gateway = await startGateway();
  const list = await openList(gateway, { first: 30 });
  while (list.read().pageInfo.hasNextPage) {
    await list.load('forward', 30);
  }
  expect(list.hashes()).toEqual(EVERY_HASH);
});

test('Relay pages backwards through 250 hashes without loss or duplicates', async () => {
  await using gateway = await startGateway();
  const list = await openList(gateway, { last: 30 });
  expect(list.hashes()).toEqual(EVERY_HASH.slice(-30));
  while (list.read().pageInfo.hasPreviousPage) {
    await list.load('backward', 30);
  }
  expect(list.hashes()).toEqual(EVERY_HASH);
});

test('Relay pages from an edge in the middle to both ends with changing page sizes', async () => {
  await using gateway = await startGateway();
  const whole = await openList(gateway, { first: 100 });
  const list = await openList(gateway, { first: 10, after: whole.read().edges[99]?.cursor });
  expect(list.hashes()).toEqual(EVERY_HASH.slice(100, 110));
  for (let count = 17; list.hashes().length < EVERY_HASH.length; count += 9) {
    await list.load('forward', count);
    await list.load('backward', count);
  }
  expect(list.hashes()).toEqual(EVERY_HASH);
});

test("Relay refetches an issue's list by `node`", async () => {
  await using gateway = await startGateway();
  const list = await openList(gateway, { first: 5 });
  expect(await list.refetch({ first: 40 })).toEqual(EVERY_HASH.slice(0, 40));
  await list.load('forward', 20);
  expect(list.hashes()).toEqual(EVERY_HASH.slice(0, 60));
});

test("a page that fails does not change Relay's list", async () => {
  let isFailing = false;
  await using gateway = await startGateway({
    intercept: () => (isFailing ? { status: 500, body: 'played' } : undefined),
  });
  const list = await openList(gateway, { first: 30 });
  isFailing = true;
  await expect(list.load('forward', 30)).rejects.toThrow();
  expect(list.hashes()).toEqual(EVERY_HASH.slice(0, 30));
  isFailing = false;
  await list.load('forward', 30);
  expect(list.hashes()).toEqual(EVERY_HASH.slice(0, 60));
});

test('relay-compiler refuses fields that the schema does not have', () => {
  expect(() => compileRelay(['query clientQuery { issue(id: "1") { wibble } }'])).toThrow(/wibble/);
});
