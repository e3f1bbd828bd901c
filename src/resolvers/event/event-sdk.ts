import type { EventSdkResolvers } from '../../generated/resolvers-types.ts';
import { asString, asText } from '../../sentry/json.ts';
import type { EventSdkJson } from '../../sentry/shapes/event.ts';
import { readersOf } from '../fields.ts';

const { fields } = readersOf<EventSdkJson>();

export const EventSdk: EventSdkResolvers = fields({ name: asString, version: asText });
