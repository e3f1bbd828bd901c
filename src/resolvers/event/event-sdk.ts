import type { EventSdkResolvers } from '../../generated/resolvers-types.ts';
import { asJson, asObjects, asString, asStrings, asText } from '../../sentry/json.ts';
import type { EventSdkJson } from '../../sentry/shapes/event.ts';
import { readersOf } from '../fields.ts';

const { field, fields } = readersOf<EventSdkJson>();

export const EventSdk: EventSdkResolvers = {
  ...fields({ name: asString, version: asText, integrations: asStrings, upstream: asJson }),
  packages: field('packages', asObjects),
};
