import type { ExceptionValueResolvers } from '../../generated/resolvers-types.ts';
import { asObject, asString, asText } from '../../sentry/json.ts';
import type { ExceptionValueJson } from '../../sentry/shapes/stack-trace.ts';
import { readersOf } from '../fields.ts';

const { field, fields } = readersOf<ExceptionValueJson>();

export const ExceptionValue: ExceptionValueResolvers = {
  ...fields({
    type: asString,
    value: asText,
    module: asString,
    threadId: asText,
    rawType: asString,
    rawValue: asString,
    rawModule: asString,
  }),
  mechanism: field('mechanism', asObject),
  stacktrace: field('stacktrace', asObject),
  rawStacktrace: field('rawStacktrace', asObject),
};
