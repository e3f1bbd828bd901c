import { graphql } from 'react-relay';
import { type ConcreteRequest, getRequest, type IEnvironment } from 'relay-runtime';
import type { readProgressQuery$data } from '../__generated__/readProgressQuery.graphql.ts';
import { type OperationResult, RequestFailure } from '../relay/request.ts';
import { type Destination, destinationOf } from './destination.ts';
import type { UnmergedHash } from './jobs.ts';

export interface Progress {
  /** Global IDs of the hashes that the issue no longer lists. */
  readonly moved: readonly string[];
  /** The new issue; null as long as Sentry does not name it. */
  readonly destination: Destination | null;
}

/**
 * Reads the result without the store, which drops errors: a null can also mean a failed request.
 *
 * @param issue global ID
 * @throws RequestFailure if Sentry's response is missing for one of the hashes
 */
export async function readProgress(
  environment: IEnvironment,
  issue: string,
  hashes: readonly UnmergedHash[],
): Promise<Progress> {
  const { params }: ConcreteRequest = getRequest(QUERY);
  const ids = hashes.map(({ id }) => id);
  const result = (await environment
    .getNetwork()
    .execute(params, { issue, ids }, { force: true })
    .toPromise()) as OperationResult | undefined;
  const failure = result?.errors?.find(
    ({ path, extensions }) => path?.[0] === 'nodes' && extensions?.code !== 'NOT_FOUND',
  );
  if (failure) {
    throw new RequestFailure(failure.extensions?.code ?? 'UNKNOWN', failure.message);
  }
  const { nodes, node } = (result?.data ?? {}) as Partial<readProgressQuery$data>;
  return {
    moved: ids.filter((_id, index) => nodes?.[index] === null),
    destination: destinationOf(node?.activity ?? [], new Set(hashes.map(({ hash }) => hash))),
  };
}

const QUERY = graphql`
  query readProgressQuery($issue: ID!, $ids: [ID!]!) {
    nodes(ids: $ids) {
      id
    }
    node(id: $issue) {
      ... on Issue {
        activity(types: ["unmerge_source"]) {
          ... on UnmergeSourceActivity {
            hashes
            destinationId
            data
          }
        }
      }
    }
  }
`;
