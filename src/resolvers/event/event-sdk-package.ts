import type { EventSdkPackageResolvers } from '../../generated/resolvers-types.ts';
import { asString, asText } from '../../sentry/json.ts';
import type { SdkPackageJson } from '../../sentry/shapes/event.ts';
import { readersOf } from '../fields.ts';

const { fields } = readersOf<SdkPackageJson>();

export const EventSdkPackage: EventSdkPackageResolvers = fields({
  name: asString,
  version: asText,
});
