import type { DebugImageResolvers } from '../../generated/resolvers-types.ts';
import { asFloat, asJson, asString } from '../../sentry/json.ts';
import type { DebugImageJson } from '../../sentry/shapes/entries.ts';
import { readersOf } from '../fields.ts';

const { field, fields } = readersOf<DebugImageJson>();

export const DebugImage: DebugImageResolvers = {
  ...fields({
    type: asString,
    uuid: asString,
    arch: asString,
    features: asJson,
    candidates: asJson,
  }),
  codeFile: field('code_file', asString),
  codeId: field('code_id', asString),
  debugId: field('debug_id', asString),
  debugFile: field('debug_file', asString),
  imageAddr: field('image_addr', asString),
  imageSize: field('image_size', asFloat),
  imageVmaddr: field('image_vmaddr', asString),
  debugStatus: field('debug_status', asString),
  unwindStatus: field('unwind_status', asString),
};
