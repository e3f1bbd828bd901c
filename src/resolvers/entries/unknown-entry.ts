import type { UnknownEntryResolvers } from '../../generated/resolvers-types.ts';
import { entryFields } from './entry.ts';

export const UnknownEntry: UnknownEntryResolvers = entryFields;
