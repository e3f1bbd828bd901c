import type { IssueUserResolvers } from '../../generated/resolvers-types.ts';
import { asString, asText } from '../../sentry/json.ts';
import type { IssueUserJson } from '../../sentry/shapes/issue.ts';
import { pure, readersOf } from '../fields.ts';
import { teamSlugOf } from './team-slug.ts';

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
  teamSlug: pure(teamSlugOf),
};
