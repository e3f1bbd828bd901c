import type { Resolvers } from '../generated/resolvers-types.ts';
import { asBoolean, asFloat, asInt, asJson, asObject, asString, asText } from '../sentry/json.ts';
import type {
  AppContextJson,
  BrowserContextJson,
  CloudContextJson,
  ContextsJson,
  CultureContextJson,
  DeviceContextJson,
  GpuContextJson,
  OsContextJson,
  ReplayContextJson,
  ResponseContextJson,
  RuntimeContextJson,
  TraceContextJson,
  UnrealContextJson,
} from '../sentry/shapes/contexts.ts';
import { asParent, readersOf } from './fields.ts';

const eventContexts = readersOf<ContextsJson>();
const appContext = readersOf<AppContextJson>();
const browserContext = readersOf<BrowserContextJson>();
const cloudContext = readersOf<CloudContextJson>();
const cultureContext = readersOf<CultureContextJson>();
const deviceContext = readersOf<DeviceContextJson>();
const gpuContext = readersOf<GpuContextJson>();
const osContext = readersOf<OsContextJson>();
const replayContext = readersOf<ReplayContextJson>();
const responseContext = readersOf<ResponseContextJson>();
const runtimeContext = readersOf<RuntimeContextJson>();
const traceContext = readersOf<TraceContextJson>();
const unrealContext = readersOf<UnrealContextJson>();

export const contextTypes: Resolvers = {
  EventContexts: {
    browser: eventContexts.field('browser', asObject),
    os: eventContexts.field('os', asObject),
    device: eventContexts.field('device', asObject),
    app: eventContexts.field('app', asObject),
    runtime: eventContexts.field('runtime', asObject),
    gpu: eventContexts.field('gpu', asObject),
    trace: eventContexts.field('trace', asObject),
    culture: eventContexts.field('culture', asObject),
    cloud: eventContexts.field('cloud_resource', asObject),
    response: eventContexts.field('response', asObject),
    clientOs: eventContexts.field('client_os', asObject),
    replay: eventContexts.field('replay', asObject),
    unreal: eventContexts.field('unreal', asObject),
  },

  AppContext: {
    name: appContext.field('app_name', asString),
    version: appContext.field('app_version', asText),
    build: appContext.field('app_build', asText),
    identifier: appContext.field('app_identifier', asString),
    buildType: appContext.field('build_type', asString),
    startTime: appContext.field('app_start_time', asString),
    memory: appContext.field('app_memory', asFloat),
    inForeground: appContext.field('in_foreground', asBoolean),
    raw: asParent,
  },

  BrowserContext: {
    ...browserContext.fields({ name: asString, version: asText }),
    raw: asParent,
  },

  CloudContext: {
    provider: cloudContext.field('cloud.provider', asString),
    platform: cloudContext.field('cloud.platform', asString),
    accountId: cloudContext.field('cloud.account.id', asText),
    region: cloudContext.field('cloud.region', asString),
    availabilityZone: cloudContext.field('cloud.availability_zone', asString),
    hostId: cloudContext.field('host.id', asText),
    hostType: cloudContext.field('host.type', asString),
    raw: asParent,
  },

  CultureContext: {
    ...cultureContext.fields({ calendar: asString, locale: asString, timezone: asString }),
    displayName: cultureContext.field('display_name', asString),
    is24HourFormat: cultureContext.field('is_24_hour_format', asBoolean),
    raw: asParent,
  },

  DeviceContext: {
    ...deviceContext.fields({
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
    modelId: deviceContext.field('model_id', asText),
    batteryLevel: deviceContext.field('battery_level', asFloat),
    lowMemory: deviceContext.field('low_memory', asBoolean),
    memorySize: deviceContext.field('memory_size', asFloat),
    freeMemory: deviceContext.field('free_memory', asFloat),
    storageSize: deviceContext.field('storage_size', asFloat),
    freeStorage: deviceContext.field('free_storage', asFloat),
    processorCount: deviceContext.field('processor_count', asInt),
    screenResolution: deviceContext.field('screen_resolution', asString),
    screenDensity: deviceContext.field('screen_density', asFloat),
    screenDpi: deviceContext.field('screen_dpi', asInt),
    bootTime: deviceContext.field('boot_time', asString),
    raw: asParent,
  },

  GpuContext: {
    ...gpuContext.fields({ name: asString, version: asText }),
    vendorName: gpuContext.field('vendor_name', asString),
    vendorId: gpuContext.field('vendor_id', asText),
    deviceId: gpuContext.field('id', asText),
    apiType: gpuContext.field('api_type', asString),
    memorySize: gpuContext.field('memory_size', asFloat),
    raw: asParent,
  },

  OsContext: {
    ...osContext.fields({ name: asString, version: asText, build: asText, rooted: asBoolean }),
    kernelVersion: osContext.field('kernel_version', asText),
    raw: asParent,
  },

  ReplayContext: {
    replayId: replayContext.field('replay_id', asString),
    raw: asParent,
  },

  ResponseContext: {
    ...responseContext.fields({ headers: asJson }),
    statusCode: responseContext.field('status_code', asInt),
    bodySize: responseContext.field('body_size', asFloat),
    raw: asParent,
  },

  RuntimeContext: {
    ...runtimeContext.fields({ name: asString, version: asText, build: asText }),
    raw: asParent,
  },

  TraceContext: {
    ...traceContext.fields({
      op: asString,
      description: asString,
      status: asText,
      origin: asString,
      data: asJson,
    }),
    traceId: traceContext.field('trace_id', asString),
    spanId: traceContext.field('span_id', asString),
    parentSpanId: traceContext.field('parent_span_id', asString),
    clientSampleRate: traceContext.field('client_sample_rate', asFloat),
    exclusiveTime: traceContext.field('exclusive_time', asFloat),
    raw: asParent,
  },

  UnrealContext: {
    crashType: unrealContext.field('crash_type', asString),
    crashGuid: unrealContext.field('crash_guid', asString),
    errorMessage: unrealContext.field('error_message', asString),
    userDescription: unrealContext.field('user_description', asString),
    gameName: unrealContext.field('game_name', asString),
    executableName: unrealContext.field('executable_name', asString),
    engineVersion: unrealContext.field('engine_version', asText),
    buildVersion: unrealContext.field('build_version', asText),
    buildConfiguration: unrealContext.field('build_configuration', asString),
    platformName: unrealContext.field('platform_name', asString),
    secondsSinceStart: unrealContext.field('seconds_since_start', asFloat),
    callStack: unrealContext.field('legacy_call_stack', asString),
    raw: asParent,
  },
};
