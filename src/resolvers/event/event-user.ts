import type { EventUserResolvers } from '../../generated/resolvers-types.ts';
import { asJson, asObject, asString, asText } from '../../sentry/json.ts';
import type { EventUserJson } from '../../sentry/shapes/event.ts';
import { readersOf } from '../fields.ts';

const { field, fields } = readersOf<EventUserJson>();

export const EventUser: EventUserResolvers = {
  ...fields({ id: asText, email: asString, username: asText, name: asText, data: asJson }),
  ipAddress: field('ip_address', asString),
  geo: field('geo', asObject),
};
