import type { IssueUserResolvers } from '../../generated/resolvers-types.ts';
import { asString, asText } from '../../sentry/json.ts';
import type { IssueUserJson } from '../../sentry/shapes/issue.ts';
import { readersOf } from '../fields.ts';

const { field, fields } = readersOf<IssueUserJson>();

export const IssueUser: IssueUserResolvers = {
  userId: field('id', asText),
  ...fields({
    type: asString,
    name: asString,
    username: asString,
    email: asString,
    lastSeen: asString,
  }),
};
