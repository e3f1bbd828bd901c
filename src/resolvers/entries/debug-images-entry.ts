import type { DebugImagesEntryResolvers } from '../../generated/resolvers-types.ts';
import { asJson, asObjectsOrNull } from '../../sentry/json.ts';
import type { DebugImagesData } from '../../sentry/shapes/entries.ts';
import { dataReader, entryFields } from './entry.ts';

const data = dataReader<DebugImagesData>();

export const DebugImagesEntry: DebugImagesEntryResolvers = {
  ...entryFields,
  images: data('images', asObjectsOrNull),
  sdkInfo: data('sdk_info', asJson),
};
