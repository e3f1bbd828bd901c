import type { IssueCountsResolvers } from '../../generated/resolvers-types.ts';
import { asString, asText, type Unchecked } from '../../sentry/json.ts';
import type { IssueCountsJson } from '../../sentry/shapes/issue.ts';
import { readersOf } from '../fields.ts';

const { field, fields } = readersOf<IssueCountsJson>();

export const IssueCounts: IssueCountsResolvers = {
  ...fields({ firstSeen: asString, lastSeen: asString }),
  count: field('count', asCount),
  userCount: field('userCount', asCount),
};

/** Sentry sends event counts as strings, because JavaScript may not represent them. 300 digits are finite. */
export function asCount(value: Unchecked<number | string> | undefined): number | null {
  const text = asText(value);
  return text !== null && /^\d{1,300}$/.test(text) ? Number(text) : null;
}
