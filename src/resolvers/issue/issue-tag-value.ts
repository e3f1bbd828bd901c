import type { IssueTagValueResolvers } from '../../generated/resolvers-types.ts';
import { asFloat, asString } from '../../sentry/json.ts';
import type { TagValueJson } from '../../sentry/shapes/issue.ts';
import { readersOf } from '../fields.ts';

const { fields } = readersOf<TagValueJson>();

export const IssueTagValue: IssueTagValueResolvers = fields({
  value: asString,
  name: asString,
  count: asFloat,
  firstSeen: asString,
  lastSeen: asString,
});
