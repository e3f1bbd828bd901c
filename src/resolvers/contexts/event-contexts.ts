import type { EventContextsResolvers } from '../../generated/resolvers-types.ts';
import { asObject } from '../../sentry/json.ts';
import type { ContextsJson } from '../../sentry/shapes/contexts.ts';
import { readersOf } from '../fields.ts';

const { field } = readersOf<ContextsJson>();

export const EventContexts: EventContextsResolvers = {
  browser: field('browser', asObject),
  os: field('os', asObject),
  device: field('device', asObject),
  app: field('app', asObject),
  runtime: field('runtime', asObject),
  gpu: field('gpu', asObject),
  trace: field('trace', asObject),
  culture: field('culture', asObject),
  cloud: field('cloud_resource', asObject),
  response: field('response', asObject),
  clientOs: field('client_os', asObject),
  replay: field('replay', asObject),
  unreal: field('unreal', asObject),
};
