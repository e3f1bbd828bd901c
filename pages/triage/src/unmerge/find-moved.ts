import { graphql } from 'react-relay';
import { type ConcreteRequest, getRequest, type IEnvironment } from 'relay-runtime';
import { type OperationResult, RequestFailure } from '../relay/request.ts';

/**
 * Global IDs of the hashes that the issue no longer lists. Reads the result without the store, which drops
 * errors: a null can also mean a failed request.
 *
 * @throws RequestFailure if Sentry's response is missing for one of them
 */
export async function findMoved(
  environment: IEnvironment,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { params }: ConcreteRequest = getRequest(QUERY);
  const result = (await environment
    .getNetwork()
    .execute(params, { ids }, { force: true })
    .toPromise()) as OperationResult | undefined;
  const failure = result?.errors?.find(({ extensions }) => extensions?.code !== 'NOT_FOUND');
  if (failure) {
    throw new RequestFailure(failure.extensions?.code ?? 'UNKNOWN', failure.message);
  }
  const nodes = (result?.data?.['nodes'] ?? []) as readonly unknown[];
  return new Set(ids.filter((_id, index) => nodes[index] === null));
}

const QUERY = graphql`
  query findMovedQuery($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
    }
  }
`;
