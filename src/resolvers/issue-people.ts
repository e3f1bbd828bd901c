import type {
  IssueActivityResolvers,
  IssueTagResolvers,
  IssueUserResolvers,
} from '../generated/resolvers-types.ts';
import { asFloat, asJson, asObject, asString, asText } from '../sentry/json.ts';
import { field, fields } from './fields.ts';

export const IssueTag: IssueTagResolvers = fields({
  key: asString,
  name: asString,
  totalValues: asFloat,
});

export const IssueActivity: IssueActivityResolvers = {
  activityId: field('id', asText),
  ...fields({ type: asString, dateCreated: asString, user: asObject, data: asJson }),
};

export const IssueUser: IssueUserResolvers = {
  userId: field('id', asText),
  ...fields({ type: asString, name: asString, username: asString, email: asString }),
};
