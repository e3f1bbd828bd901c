import type { GpuContextResolvers } from '../../generated/resolvers-types.ts';
import { asFloat, asString, asText } from '../../sentry/json.ts';
import type { GpuContextJson } from '../../sentry/shapes/contexts.ts';
import { pure, readersOf } from '../fields.ts';

const { field, fields } = readersOf<GpuContextJson>();

export const GpuContext: GpuContextResolvers = {
  ...fields({ name: asString, version: asText }),
  vendorName: field('vendor_name', asString),
  vendorId: field('vendor_id', asText),
  deviceId: field('id', asText),
  apiType: field('api_type', asString),
  memorySize: field('memory_size', asFloat),
  raw: pure((context: GpuContextJson) => context),
};
