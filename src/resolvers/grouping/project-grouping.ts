import type { ProjectGroupingResolvers } from '../../generated/resolvers-types.ts';
import { asFloat, asString } from '../../sentry/json.ts';
import type { ProjectJson } from '../../sentry/shapes/project.ts';
import { readersOf } from '../fields.ts';

const { field, fields } = readersOf<ProjectJson>();

export const ProjectGrouping: ProjectGroupingResolvers = {
  ...fields({ fingerprintingRules: asString }),
  configuration: field('groupingConfig', asString),
  enhancements: field('groupingEnhancements', asString),
  secondaryConfiguration: field('secondaryGroupingConfig', asString),
  secondaryExpiresAt: ({ secondaryGroupingExpiry }) => {
    const seconds = asFloat(secondaryGroupingExpiry) ?? 0;
    const time = new Date(seconds * 1_000);
    return seconds > 0 && !Number.isNaN(time.getTime()) ? time.toISOString() : null;
  },
};
