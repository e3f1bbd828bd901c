import type { HashMatchResolvers } from '../generated/resolvers-types.ts';

export const HashMatch: HashMatchResolvers = {
  hash: ({ hash }) => hash,
  issue: (key, _args, { loaders }) => loaders.issueOfHash.load(key),
};
