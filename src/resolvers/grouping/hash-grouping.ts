import type { HashGroupingResolvers } from '../../generated/resolvers-types.ts';
import { variantOfHash } from '../../sentry/grouping.ts';

export const HashGrouping: HashGroupingResolvers = {
  variant: variantOfHash,
  event: ({ event }) => event,
};
