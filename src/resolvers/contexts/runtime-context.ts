import type { RuntimeContextResolvers } from '../../generated/resolvers-types.ts';
import { asString, asText } from '../../sentry/json.ts';
import type { RuntimeContextJson } from '../../sentry/shapes/contexts.ts';
import { pure, readersOf } from '../fields.ts';

const { fields } = readersOf<RuntimeContextJson>();

export const RuntimeContext: RuntimeContextResolvers = {
  ...fields({ name: asString, version: asText, build: asText }),
  raw: pure((context: RuntimeContextJson) => context),
};
