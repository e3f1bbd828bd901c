import type { StacktraceFramesArgs, StacktraceResolvers } from '../../generated/resolvers-types.ts';
import { asBoolean, asJson, asObjects } from '../../sentry/json.ts';
import type { FrameJson, StacktraceJson } from '../../sentry/shapes/stack-trace.ts';
import { pure, readersOf } from '../fields.ts';
import { asRange } from './range.ts';

const { field, fields } = readersOf<StacktraceJson>();

const readFrames = field('frames', asObjects);
const readInApp = readersOf<FrameJson>().field('inApp', asBoolean);

export const Stacktrace: StacktraceResolvers = {
  ...fields({ registers: asJson, hasSystemFrames: asBoolean }),
  frames: pure((stacktrace: StacktraceJson, { inApp }: StacktraceFramesArgs) => {
    const frames = readFrames(stacktrace);
    return inApp == null ? frames : (frames?.filter((frame) => readInApp(frame) === inApp) ?? null);
  }),
  framesOmitted: field('framesOmitted', asRange),
};
