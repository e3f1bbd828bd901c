import type { DeviceContextResolvers } from '../../generated/resolvers-types.ts';
import { asBoolean, asFloat, asInt, asString, asText } from '../../sentry/json.ts';
import type { DeviceContextJson } from '../../sentry/shapes/contexts.ts';
import { pure, readersOf } from '../fields.ts';

const { field, fields } = readersOf<DeviceContextJson>();

export const DeviceContext: DeviceContextResolvers = {
  ...fields({
    name: asString,
    family: asString,
    manufacturer: asString,
    brand: asString,
    model: asString,
    arch: asString,
    simulator: asBoolean,
    orientation: asString,
    charging: asBoolean,
    online: asBoolean,
  }),
  modelId: field('model_id', asText),
  batteryLevel: field('battery_level', asFloat),
  lowMemory: field('low_memory', asBoolean),
  memorySize: field('memory_size', asFloat),
  freeMemory: field('free_memory', asFloat),
  storageSize: field('storage_size', asFloat),
  freeStorage: field('free_storage', asFloat),
  processorCount: field('processor_count', asInt),
  screenResolution: field('screen_resolution', asString),
  screenDensity: field('screen_density', asFloat),
  screenDpi: field('screen_dpi', asInt),
  bootTime: field('boot_time', asString),
  raw: pure((context: DeviceContextJson) => context),
};
