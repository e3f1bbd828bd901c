import type { IssueAssigneeResolvers } from '../../generated/resolvers-types.ts';
import { asString, asText } from '../../sentry/json.ts';
import type { AssigneeJson } from '../../sentry/shapes/issue.ts';
import { pure, readersOf } from '../fields.ts';
import { teamSlugOf } from './team-slug.ts';

const { field, fields } = readersOf<AssigneeJson>();

export const IssueAssignee: IssueAssigneeResolvers = {
  assigneeId: field('id', asText),
  ...fields({ type: asString, name: asString, email: asString }),
  teamSlug: pure(teamSlugOf),
};
