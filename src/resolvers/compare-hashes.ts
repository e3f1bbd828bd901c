import type { Context } from '../context.ts';
import { badUserInput } from '../errors.ts';
import { findHashes } from '../loaders/issue-hashes.ts';
import { MAX_SEARCHED_ROWS } from '../loaders/row-list.ts';
import { type ComparedHashes, compareGroupings } from '../sentry/compare-groupings.ts';
import { variantOfHash } from '../sentry/grouping.ts';
import { contributingParts } from '../sentry/grouping-values.ts';
import { hashOf, latestEventOf, type SentryHash } from '../sentry/hashes.ts';
import type { IssueRef } from '../sentry/issues.ts';
import { groupingOf } from './event-requests.ts';

/** A request for each hash; 20 columns are what a person can compare. */
const MAX_COMPARED = 20;

export async function compareHashes(
  issue: IssueRef,
  { hashes: given }: { readonly hashes: readonly string[] },
  context: Context,
): Promise<ComparedHashes> {
  const checksums = [...new Set(given)];
  if (checksums.length < 2 || checksums.length > MAX_COMPARED) {
    throw badUserInput(
      `\`hashes\` has ${checksums.length} different hashes; a comparison needs 2 to ${MAX_COMPARED}.`,
    );
  }
  const found = await findHashes(context.loaders.issueHashes, issue, checksums);
  const hashes = checksums.map((checksum) => {
    const hash = found.get(checksum);
    if (!hash) {
      throw badUserInput(
        `${JSON.stringify(checksum.slice(0, 40))} is not among the issue's first ${MAX_SEARCHED_ROWS} hashes.`,
      );
    }
    return hash;
  });
  const parts = await Promise.all(hashes.map((hash) => partsOf(hash, context)));
  return { hashes, rows: compareGroupings(parts) };
}

async function partsOf(hash: SentryHash, context: Context) {
  const body = latestEventOf(hash);
  const event = body && (await groupingOf({ ...hash, body }, {}, context));
  const variant = event && variantOfHash({ hash: hashOf(hash), event });
  return variant ? contributingParts(variant) : [];
}
