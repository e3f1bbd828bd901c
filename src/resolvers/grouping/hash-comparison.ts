import type {
  HashComparisonResolvers,
  HashComparisonRowResolvers,
} from '../../generated/resolvers-types.ts';
import type { ComparisonRow } from '../../sentry/compare-groupings.ts';

export const HashComparison: HashComparisonResolvers = {
  hashes: ({ hashes }) => hashes,
  rows: ({ rows }, { different }) =>
    rows.filter((row) => different == null || isDifferent(row) === different),
};

export const HashComparisonRow: HashComparisonRowResolvers = {
  path: ({ path }) => path,
  values: ({ values }) => values,
  isDifferent,
};

function isDifferent({ values: [first, ...others] }: ComparisonRow): boolean {
  return others.some((value) => value !== first);
}
