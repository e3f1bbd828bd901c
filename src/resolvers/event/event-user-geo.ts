import type { EventUserGeoResolvers } from '../../generated/resolvers-types.ts';
import { asString } from '../../sentry/json.ts';
import type { GeoJson } from '../../sentry/shapes/event.ts';
import { readersOf } from '../fields.ts';

const { field, fields } = readersOf<GeoJson>();

export const EventUserGeo: EventUserGeoResolvers = {
  countryCode: field('country_code', asString),
  ...fields({ city: asString, region: asString, subdivision: asString }),
};
