import type { UnrealContextResolvers } from '../../generated/resolvers-types.ts';
import { asFloat, asString, asText } from '../../sentry/json.ts';
import type { UnrealContextJson } from '../../sentry/shapes/contexts.ts';
import { pure, readersOf } from '../fields.ts';

const { field } = readersOf<UnrealContextJson>();

export const UnrealContext: UnrealContextResolvers = {
  crashType: field('crash_type', asString),
  crashGuid: field('crash_guid', asString),
  errorMessage: field('error_message', asString),
  userDescription: field('user_description', asString),
  gameName: field('game_name', asString),
  executableName: field('executable_name', asString),
  engineVersion: field('engine_version', asText),
  buildVersion: field('build_version', asText),
  buildConfiguration: field('build_configuration', asString),
  platformName: field('platform_name', asString),
  secondsSinceStart: field('seconds_since_start', asFloat),
  callStack: field('legacy_call_stack', asString),
  raw: pure((context: UnrealContextJson) => context),
};
