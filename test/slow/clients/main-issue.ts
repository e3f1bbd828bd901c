import { createDataset, hashesOf } from '../../../embedded-sentry/dataset.ts';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { encodeGlobalId } from '../../../src/global-id.ts';

/** The issue whose hashes the clients read, by each of its names. */
export const MAIN_ISSUE = {
  issue: EMBEDDED_ISSUES.main,
  globalId: encodeGlobalId('Issue', 'hellboy-meowmeow', EMBEDDED_ISSUES.main),
};

/** Its 250 hashes, in Sentry's order. */
export const EVERY_HASH: readonly string[] = createDataset()
  .issues.filter(({ id }) => id === EMBEDDED_ISSUES.main)
  .flatMap((issue) => hashesOf(issue))
  .map(({ hash }) => hash);

/** The checksums of a page, or of a client's list of several pages. */
export function checksumsOf({ edges }: HashEdges): readonly string[] {
  return edges.map(({ node }) => node.hash);
}

interface HashEdges {
  readonly edges: readonly { readonly node: { readonly hash: string } }[];
}
