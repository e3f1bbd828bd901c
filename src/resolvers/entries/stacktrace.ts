import type { StacktraceResolvers } from '../../generated/resolvers-types.ts';
import { asBoolean, asJson, asObjects } from '../../sentry/json.ts';
import type { StacktraceJson } from '../../sentry/shapes/stack-trace.ts';
import { readersOf } from '../fields.ts';
import { asRange } from './range.ts';

const { field, fields } = readersOf<StacktraceJson>();

export const Stacktrace: StacktraceResolvers = {
  ...fields({ registers: asJson, hasSystemFrames: asBoolean }),
  frames: field('frames', asObjects),
  framesOmitted: field('framesOmitted', asRange),
};
