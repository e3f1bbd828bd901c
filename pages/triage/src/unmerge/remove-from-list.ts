import {
  ConnectionHandler,
  commitLocalUpdate,
  type IEnvironment,
  type RecordProxy,
} from 'relay-runtime';

/**
 * Removes moved hashes from the list. The hashes below move up, and each gets the cursor of its new place: a
 * cursor is a place in the list, so continuing from the old one would skip as many hashes as were
 * removed.
 *
 * @param connection the store's ID of the list
 * @param ids global IDs
 */
export function removeFromList(
  environment: IEnvironment,
  connection: string,
  ids: ReadonlySet<string>,
): void {
  commitLocalUpdate(environment, (store) => {
    const list = store.get(connection);
    if (!list) {
      return;
    }
    const cursors = edgesOf(list).map((edge) => edge.getValue('cursor'));
    for (const id of ids) {
      ConnectionHandler.deleteNode(list, id);
    }
    const edges = edgesOf(list);
    for (const [place, edge] of edges.entries()) {
      edge.setValue(cursors[place], 'cursor');
    }
    list
      .getLinkedRecord('pageInfo')
      ?.setValue(edges.length > 0 ? cursors[edges.length - 1] : null, 'endCursor');
  });
}

function edgesOf(list: RecordProxy): readonly RecordProxy[] {
  return list.getLinkedRecords('edges')?.filter((edge) => edge !== null) ?? [];
}
