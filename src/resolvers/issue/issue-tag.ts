import type { IssueTagResolvers } from '../../generated/resolvers-types.ts';
import { asFloat, asString } from '../../sentry/json.ts';
import type { IssueTagJson } from '../../sentry/shapes/issue.ts';
import { readersOf } from '../fields.ts';

const { fields } = readersOf<IssueTagJson>();

export const IssueTag: IssueTagResolvers = fields({
  key: asString,
  name: asString,
  totalValues: asFloat,
  uniqueValues: asFloat,
});
