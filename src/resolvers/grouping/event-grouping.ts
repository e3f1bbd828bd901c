import type { EventGroupingResolvers } from '../../generated/resolvers-types.ts';
import { contributes, variantsOf } from '../../sentry/grouping.ts';

export const EventGrouping: EventGroupingResolvers = {
  variants: (grouping, { contributing }) =>
    variantsOf(grouping).filter(
      (variant) => contributing == null || contributes(variant) === contributing,
    ),
  raw: (grouping) => grouping,
};
