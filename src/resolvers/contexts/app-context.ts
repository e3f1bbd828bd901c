import type { AppContextResolvers } from '../../generated/resolvers-types.ts';
import { asBoolean, asFloat, asString, asText } from '../../sentry/json.ts';
import type { AppContextJson } from '../../sentry/shapes/contexts.ts';
import { pure, readersOf } from '../fields.ts';

const { field } = readersOf<AppContextJson>();

export const AppContext: AppContextResolvers = {
  name: field('app_name', asString),
  version: field('app_version', asText),
  build: field('app_build', asText),
  identifier: field('app_identifier', asString),
  buildType: field('build_type', asString),
  startTime: field('app_start_time', asString),
  memory: field('app_memory', asFloat),
  inForeground: field('in_foreground', asBoolean),
  raw: pure((context: AppContextJson) => context),
};
