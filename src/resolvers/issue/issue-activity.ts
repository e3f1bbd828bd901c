import type { IssueActivityResolvers } from '../../generated/resolvers-types.ts';
import { asJson, asObject, asString, asText } from '../../sentry/json.ts';
import type { ActivityJson } from '../../sentry/shapes/issue.ts';
import { readersOf } from '../fields.ts';

const { field, fields } = readersOf<ActivityJson>();

export const IssueActivity: IssueActivityResolvers = {
  activityId: field('id', asText),
  ...fields({ type: asString, dateCreated: asString, data: asJson }),
  user: field('user', asObject),
};
