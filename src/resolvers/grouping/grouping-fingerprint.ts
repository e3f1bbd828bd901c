import type { GroupingFingerprintResolvers } from '../../generated/resolvers-types.ts';
import { asString, asStrings } from '../../sentry/json.ts';

export const GroupingFingerprint: GroupingFingerprintResolvers = {
  values: ({ values }) => asStrings(values) ?? [],
  clientValues: ({ client_values }) => asStrings(client_values),
  matchedRule: ({ matched_rule }) => asString(matched_rule),
};
