import type { OsContextResolvers } from '../../generated/resolvers-types.ts';
import { asBoolean, asString, asText } from '../../sentry/json.ts';
import type { OsContextJson } from '../../sentry/shapes/contexts.ts';
import { pure, readersOf } from '../fields.ts';

const { field, fields } = readersOf<OsContextJson>();

export const OsContext: OsContextResolvers = {
  ...fields({ name: asString, version: asText, build: asText, rooted: asBoolean }),
  kernelVersion: field('kernel_version', asText),
  raw: pure((context: OsContextJson) => context),
};
