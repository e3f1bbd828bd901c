import { digest, type StoredEvent } from './dataset.ts';
import type { Platform } from './issues-table.ts';

/** The contexts that an SDK of the platform sends with an event. */
export function contextsOf(
  platform: Platform,
  { id }: StoredEvent,
): Readonly<Record<string, object>> {
  const trace = {
    type: 'trace',
    trace_id: digest('trace', id),
    span_id: digest('span', id).slice(0, 16),
    op: 'pageload',
  };
  switch (platform) {
    case 'javascript':
      return {
        browser: { type: 'browser', name: 'Firefox', version: '128.0' },
        os: { type: 'os', name: 'Linux', version: '6.1' },
        trace,
      };
    case 'native':
      return { ...PHONE, trace };
    default:
      return { ...SERVER, trace: { ...trace, ...SERVER_SPAN } };
  }
}

const PHONE = {
  os: { type: 'os', name: 'iOS', version: '17.5', build: '21F79', rooted: false },
  device: {
    type: 'device',
    name: 'Scanner 12',
    family: 'iPhone',
    manufacturer: 'Apple',
    brand: 'Apple',
    model: 'iPhone15,2',
    model_id: 'D73AP',
    arch: 'arm64',
    simulator: false,
    orientation: 'portrait',
    battery_level: 71.5,
    charging: true,
    low_memory: false,
    online: true,
    memory_size: 5_917_114_368,
    free_memory: 180_355_072,
    storage_size: 127_881_465_856,
    free_storage: 61_203_283_968,
    processor_count: 6,
    screen_resolution: '1179x2556',
    screen_density: 3,
    screen_dpi: 460,
    boot_time: '2020-06-11T05:00:00Z',
  },
  app: {
    type: 'app',
    app_name: 'Scanner',
    app_version: '4.2.0',
    app_build: '1187',
    app_identifier: 'com.example.scanner',
    build_type: 'release',
    app_start_time: '2020-06-17T19:58:00Z',
    app_memory: 220_200_960,
    in_foreground: true,
  },
  gpu: {
    type: 'gpu',
    name: 'Apple A16 GPU',
    vendor_name: 'Apple',
    vendor_id: '0x106b',
    id: 27,
    api_type: 'Metal',
    version: '3.1',
    memory_size: 4_096,
  },
  culture: {
    type: 'culture',
    calendar: 'GregorianCalendar',
    display_name: 'Deutsch (Österreich)',
    locale: 'de-AT',
    is_24_hour_format: true,
    timezone: 'Europe/Vienna',
  },
};

const SERVER = {
  os: { type: 'os', name: 'Linux', version: '6.1', kernel_version: '6.1.0-21-cloud-amd64' },
  runtime: { type: 'runtime', name: 'CPython', version: '3.12.4', build: 'main, Jun 2020' },
  cloud_resource: {
    type: 'cloud_resource',
    'cloud.provider': 'aws',
    'cloud.platform': 'aws_ec2',
    'cloud.account.id': '123456789012',
    'cloud.region': 'eu-central-1',
    'cloud.availability_zone': 'eu-central-1b',
    'host.id': 'i-07d3301208fe0a55a',
    'host.type': 'm7g.large',
  },
  response: {
    type: 'response',
    status_code: 500,
    body_size: 1_024,
    headers: [['Content-Type', 'application/json']],
  },
};

const SERVER_SPAN = {
  parent_span_id: 'b0e6f15b45c36b12',
  op: 'http.server',
  description: 'POST /invoices',
  status: 'internal_error',
  origin: 'auto.http.django',
  data: { 'http.request.method': 'POST' },
};
