import type { Resolvers } from '../generated/resolvers-types.ts';
import type { ComparisonRow } from '../sentry/compare-groupings.ts';
import { contributes, variantOfHash, variantsOf, withUnderscores } from '../sentry/grouping.ts';
import { contributingParts } from '../sentry/grouping-values.ts';
import {
  asBoolean,
  asFloat,
  asJson,
  asObject,
  asString,
  asText,
  asTexts,
  secondsAsDateTime,
} from '../sentry/json.ts';
import type { ProjectJson } from '../sentry/shapes/organization.ts';
import { readersOf } from './fields.ts';

const projectGrouping = readersOf<ProjectJson>();

function isDifferent({ values: [first, ...others] }: ComparisonRow): boolean {
  return others.some((value) => value !== first);
}

export const groupingTypes: Resolvers = {
  EventGrouping: {
    variants: (grouping, { contributing }) =>
      variantsOf(grouping).filter(
        (variant) => contributing == null || contributes(variant) === contributing,
      ),
    raw: (grouping) => grouping,
  },

  GroupingFingerprint: {
    values: ({ values }) => asTexts(values) ?? [],
    clientValues: ({ client_values }) => asTexts(client_values),
    matchedRule: ({ matched_rule }) => asString(matched_rule),
  },

  GroupingValue: {
    path: ({ path }) => path,
    value: ({ value }) => value,
    hint: ({ hint }) => hint,
  },

  GroupingVariant: {
    key: ({ key }) => key,
    // Sentry 23.7 sends no type for the fallback.
    type: ({ key, body }) => withUnderscores(asString(body.type) ?? key),
    description: ({ body }) => asString(body.description),
    contributes,
    hint: ({ body }) => asString(body.hint) ?? asString(asObject(body.component)?.hint),
    hash: ({ body }) => asString(body.hash),
    isHashMismatch: ({ body }) => asBoolean(body.hashMismatch),
    fingerprint: ({ body }) => (asTexts(body.values) === null ? null : body),
    checksum: ({ body }) => asString(body.checksum),
    rawChecksum: ({ body }) => asText(body.raw_checksum),
    contributingValues: (variant) => contributingParts(variant).flat(),
    component: ({ body }) => asJson(body.component),
    configuration: ({ body, configurationId }) =>
      body.config ?? (body.component && configurationId ? { id: configurationId } : null),
  },

  HashComparison: {
    hashes: ({ hashes }) => hashes,
    rows: ({ rows }, { different }) =>
      rows.filter((row) => different == null || isDifferent(row) === different),
  },

  HashComparisonRow: {
    path: ({ path }) => path,
    values: ({ values }) => values,
    isDifferent,
  },

  HashGrouping: {
    variant: variantOfHash,
    event: ({ event }) => event,
  },

  ProjectGrouping: {
    ...projectGrouping.fields({ fingerprintingRules: asString }),
    configuration: projectGrouping.field('groupingConfig', asString),
    enhancements: projectGrouping.field('groupingEnhancements', asString),
    secondaryConfiguration: projectGrouping.field('secondaryGroupingConfig', asString),
    secondaryExpiresAt: ({ secondaryGroupingExpiry: seconds }) =>
      (asFloat(seconds) ?? 0) > 0 ? secondsAsDateTime(seconds) : null,
  },
};
