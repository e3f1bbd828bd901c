import type { IssueOpenPeriodResolvers } from '../../generated/resolvers-types.ts';
import { asBoolean, asString } from '../../sentry/json.ts';
import type { OpenPeriodJson } from '../../sentry/shapes/issue.ts';
import { readersOf } from '../fields.ts';

const { fields } = readersOf<OpenPeriodJson>();

export const IssueOpenPeriod: IssueOpenPeriodResolvers = fields({
  start: asString,
  end: asString,
  isOpen: asBoolean,
  lastChecked: asString,
});
