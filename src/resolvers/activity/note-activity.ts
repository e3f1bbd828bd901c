import type { NoteActivityResolvers } from '../../generated/resolvers-types.ts';
import { asString } from '../../sentry/json.ts';
import { activityFields, data } from './issue-activity.ts';

export const NoteActivity: NoteActivityResolvers = {
  ...activityFields,
  text: data('text', asString),
};
