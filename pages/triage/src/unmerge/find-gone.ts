import { graphql } from 'react-relay';
import { type ConcreteRequest, getRequest, type IEnvironment } from 'relay-runtime';
import { type OperationAnswer, RequestFailure } from '../relay/request.ts';

/**
 * Those of an issue's hashes that it lists no more, by global ID. The answer is read past the store:
 * a null alone does not tell a hash that is gone from one that could not be asked for.
 *
 * @throws RequestFailure where Sentry did not say of each whether it is there
 */
export async function findGone(
  environment: IEnvironment,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { params }: ConcreteRequest = getRequest(QUERY);
  const answer = (await environment
    .getNetwork()
    .execute(params, { ids }, { force: true })
    .toPromise()) as OperationAnswer | undefined;
  const trouble = answer?.errors?.find(({ extensions }) => extensions?.code !== 'NOT_FOUND');
  if (trouble) {
    throw new RequestFailure(trouble.extensions?.code ?? 'UNKNOWN', trouble.message);
  }
  const nodes = (answer?.data?.['nodes'] ?? []) as readonly unknown[];
  return new Set(ids.filter((_id, index) => nodes[index] === null));
}

const QUERY = graphql`
  query findGoneQuery($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
    }
  }
`;
