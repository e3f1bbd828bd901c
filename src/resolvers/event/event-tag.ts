import type { EventTagResolvers } from '../../generated/resolvers-types.ts';
import { asJson, asString, asText } from '../../sentry/json.ts';
import type { EventTagJson } from '../../sentry/shapes/event.ts';
import { readersOf } from '../fields.ts';

const { field, fields } = readersOf<EventTagJson>();

export const EventTag: EventTagResolvers = {
  ...fields({ key: asText, value: asText, query: asString }),
  meta: field('_meta', asJson),
};
