import type { Json, Shape } from '../json.ts';

/** `contexts` of an event with names that SDKs agree on. */
export type ContextsJson = Shape<{
  browser: BrowserContextJson;
  os: OsContextJson;
  device: DeviceContextJson;
  app: AppContextJson;
  runtime: RuntimeContextJson;
  gpu: GpuContextJson;
  trace: TraceContextJson;
  culture: CultureContextJson;
  cloud_resource: CloudContextJson;
  response: ResponseContextJson;
  client_os: OsContextJson;
  replay: ReplayContextJson;
  unreal: UnrealContextJson;
}>;

export type BrowserContextJson = Shape<{ name: string; version: string }>;

export type OsContextJson = Shape<{
  name: string;
  version: string;
  build: string;
  kernel_version: string;
  rooted: boolean;
}>;

export type DeviceContextJson = Shape<{
  name: string;
  family: string;
  manufacturer: string;
  brand: string;
  model: string;
  model_id: string;
  arch: string;
  simulator: boolean;
  orientation: string;
  battery_level: number;
  charging: boolean;
  low_memory: boolean;
  online: boolean;
  memory_size: number;
  free_memory: number;
  storage_size: number;
  free_storage: number;
  processor_count: number;
  screen_resolution: string;
  screen_density: number;
  screen_dpi: number;
  boot_time: string;
}>;

export type AppContextJson = Shape<{
  app_name: string;
  app_version: string;
  app_build: string;
  app_identifier: string;
  build_type: string;
  app_start_time: string;
  app_memory: number;
  in_foreground: boolean;
}>;

export type RuntimeContextJson = Shape<{ name: string; version: string; build: string }>;

export type GpuContextJson = Shape<{
  id: string | number;
  name: string;
  version: string;
  vendor_name: string;
  vendor_id: string;
  api_type: string;
  memory_size: number;
}>;

export type TraceContextJson = Shape<{
  trace_id: string;
  span_id: string;
  parent_span_id: string;
  op: string;
  description: string;
  status: string;
  origin: string;
  data: Json;
  client_sample_rate: number;
  exclusive_time: number;
}>;

export type CultureContextJson = Shape<{
  calendar: string;
  display_name: string;
  locale: string;
  is_24_hour_format: boolean;
  timezone: string;
}>;

/** Its keys are attributes of OpenTelemetry. */
export type CloudContextJson = Shape<{
  'cloud.provider': string;
  'cloud.platform': string;
  'cloud.account.id': string;
  'cloud.region': string;
  'cloud.availability_zone': string;
  'host.id': string;
  'host.type': string;
}>;

export type ResponseContextJson = Shape<{
  status_code: number;
  body_size: number;
  headers: Json;
}>;

export type ReplayContextJson = Shape<{ replay_id: string }>;

export type UnrealContextJson = Shape<{
  crash_type: string;
  crash_guid: string;
  error_message: string;
  user_description: string;
  game_name: string;
  executable_name: string;
  engine_version: string;
  build_version: string;
  build_configuration: string;
  platform_name: string;
  seconds_since_start: number;
  legacy_call_stack: string;
}>;
