import type { GroupingVariantResolvers } from '../../generated/resolvers-types.ts';
import { contributes, withUnderscores } from '../../sentry/grouping.ts';
import { contributingParts } from '../../sentry/grouping-values.ts';
import { asBoolean, asJson, asObject, asString, asStrings } from '../../sentry/json.ts';

export const GroupingVariant: GroupingVariantResolvers = {
  key: ({ key }) => key,
  // Sentry 23.7 sends no type for the fallback.
  type: ({ key, body }) => withUnderscores(asString(body.type) ?? key),
  description: ({ body }) => asString(body.description),
  contributes,
  hint: ({ body }) => asString(body.hint) ?? asString(asObject(body.component)?.hint),
  hash: ({ body }) => asString(body.hash),
  isHashMismatch: ({ body }) => asBoolean(body.hashMismatch),
  fingerprint: ({ body }) => (asStrings(body.values) === null ? null : body),
  checksum: ({ body }) => asString(body.checksum),
  rawChecksum: ({ body }) => asString(body.raw_checksum),
  contributingValues: (variant) => contributingParts(variant).flat(),
  component: ({ body }) => asJson(body.component),
  configuration: ({ body, configurationId }) =>
    body.config ?? (body.component && configurationId ? { id: configurationId } : null),
};
