import type { GroupingValueResolvers } from '../../generated/resolvers-types.ts';

export const GroupingValue: GroupingValueResolvers = {
  path: ({ path }) => path,
  value: ({ value }) => value,
  hint: ({ hint }) => hint,
};
