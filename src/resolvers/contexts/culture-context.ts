import type { CultureContextResolvers } from '../../generated/resolvers-types.ts';
import { asBoolean, asString } from '../../sentry/json.ts';
import type { CultureContextJson } from '../../sentry/shapes/contexts.ts';
import { pure, readersOf } from '../fields.ts';

const { field, fields } = readersOf<CultureContextJson>();

export const CultureContext: CultureContextResolvers = {
  ...fields({ calendar: asString, locale: asString, timezone: asString }),
  displayName: field('display_name', asString),
  is24HourFormat: field('is_24_hour_format', asBoolean),
  raw: pure((context: CultureContextJson) => context),
};
