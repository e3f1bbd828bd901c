import type {
  AppContextResolvers,
  BrowserContextResolvers,
  CloudContextResolvers,
  CultureContextResolvers,
  DeviceContextResolvers,
  EventContextsResolvers,
  GpuContextResolvers,
  OsContextResolvers,
  ResponseContextResolvers,
  RuntimeContextResolvers,
  TraceContextResolvers,
} from '../generated/resolvers-types.ts';
import {
  asBoolean,
  asFloat,
  asInt,
  asJson,
  asObject,
  asString,
  asText,
  type JsonObject,
} from '../sentry/json.ts';
import { field, fields, pure } from './fields.ts';

/** The whole context: it is an object, or it would not have been read. */
const raw = pure((context: JsonObject) => context);

export const EventContexts: EventContextsResolvers = {
  ...fields({
    browser: asObject,
    os: asObject,
    device: asObject,
    app: asObject,
    runtime: asObject,
    gpu: asObject,
    trace: asObject,
    culture: asObject,
    response: asObject,
  }),
  cloud: field('cloud_resource', asObject),
};

export const BrowserContext: BrowserContextResolvers = {
  ...fields({ name: asString, version: asText }),
  raw,
};

export const OsContext: OsContextResolvers = {
  ...fields({ name: asString, version: asText, build: asText, rooted: asBoolean }),
  kernelVersion: field('kernel_version', asText),
  raw,
};

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
  raw,
};

export const AppContext: AppContextResolvers = {
  name: field('app_name', asString),
  version: field('app_version', asText),
  build: field('app_build', asText),
  identifier: field('app_identifier', asString),
  buildType: field('build_type', asString),
  startTime: field('app_start_time', asString),
  memory: field('app_memory', asFloat),
  inForeground: field('in_foreground', asBoolean),
  raw,
};

export const RuntimeContext: RuntimeContextResolvers = {
  ...fields({ name: asString, version: asText, build: asText }),
  raw,
};

export const GpuContext: GpuContextResolvers = {
  ...fields({ name: asString, version: asText }),
  vendorName: field('vendor_name', asString),
  vendorId: field('vendor_id', asText),
  deviceId: field('id', asText),
  apiType: field('api_type', asString),
  memorySize: field('memory_size', asFloat),
  raw,
};

export const TraceContext: TraceContextResolvers = {
  ...fields({
    op: asString,
    description: asString,
    status: asText,
    origin: asString,
    data: asJson,
  }),
  traceId: field('trace_id', asString),
  spanId: field('span_id', asString),
  parentSpanId: field('parent_span_id', asString),
  raw,
};

export const CultureContext: CultureContextResolvers = {
  ...fields({ calendar: asString, locale: asString, timezone: asString }),
  displayName: field('display_name', asString),
  is24HourFormat: field('is_24_hour_format', asBoolean),
  raw,
};

export const CloudContext: CloudContextResolvers = {
  provider: field('cloud.provider', asString),
  platform: field('cloud.platform', asString),
  accountId: field('cloud.account.id', asText),
  region: field('cloud.region', asString),
  availabilityZone: field('cloud.availability_zone', asString),
  hostId: field('host.id', asText),
  hostType: field('host.type', asString),
  raw,
};

export const ResponseContext: ResponseContextResolvers = {
  ...fields({ headers: asJson }),
  statusCode: field('status_code', asInt),
  bodySize: field('body_size', asFloat),
  raw,
};
