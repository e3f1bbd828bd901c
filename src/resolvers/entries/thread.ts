import type { ThreadResolvers } from '../../generated/resolvers-types.ts';
import { asBoolean, asJson, asObject, asString, asText } from '../../sentry/json.ts';
import type { ThreadJson } from '../../sentry/shapes/stack-trace.ts';
import { readersOf } from '../fields.ts';

const { field, fields } = readersOf<ThreadJson>();

export const Thread: ThreadResolvers = {
  ...fields({
    id: asText,
    name: asString,
    current: asBoolean,
    crashed: asBoolean,
    state: asString,
    heldLocks: asJson,
  }),
  stacktrace: field('stacktrace', asObject),
  rawStacktrace: field('rawStacktrace', asObject),
};
