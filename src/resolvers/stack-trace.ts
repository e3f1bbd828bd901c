import type { Resolvers, StacktraceFramesArgs } from '../generated/resolvers-types.ts';
import {
  asBoolean,
  asInt,
  asJson,
  asList,
  asLists,
  asObject,
  asObjects,
  asString,
  asStrings,
  asText,
  type Json,
  spellingsOf,
  type Unchecked,
  valueAt,
} from '../sentry/json.ts';
import type {
  ExceptionValueJson,
  FrameJson,
  MechanismJson,
  SourceLineJson,
  StacktraceJson,
  ThreadJson,
} from '../sentry/shapes/stack-trace.ts';
import { pure, readersOf } from './fields.ts';

const exceptionValue = readersOf<ExceptionValueJson>();
const mechanism = readersOf<MechanismJson>();
const stacktrace = readersOf<StacktraceJson>();
const frame = readersOf<FrameJson>();
const thread = readersOf<ThreadJson>();

/** `[from, to]` of the omitted part. */
export function asRange(
  value: Unchecked<readonly [from: number, to: number]> | undefined,
): readonly (number | null)[] | null {
  return asList(value)?.map((item: Json) => asInt(item)) ?? null;
}

const LINE_NUMBER = spellingsOf('lineNo');

/** The lines around a frame's line: numbered by Sentry, otherwise as sent by SDKs. */
function sourceLinesOf(frame: FrameJson): readonly SourceLineJson[] | null {
  return asLists(frame.context) ?? numberLines(frame);
}

function numberLines(frame: FrameJson): readonly SourceLineJson[] | null {
  const line = asString(frame.context_line);
  if (line === null) {
    return null;
  }
  const before = asStrings(frame.pre_context) ?? [];
  const lines = [...before, line, ...(asStrings(frame.post_context) ?? [])];
  const lineNo = asInt(valueAt(frame, LINE_NUMBER));
  return lines.map((text, index) => [
    lineNo === null ? null : lineNo - before.length + index,
    text,
  ]);
}

const readFrames = stacktrace.field('frames', asObjects);
const readInApp = frame.field('inApp', asBoolean);

export const stackTraceTypes: Resolvers = {
  ExceptionValue: {
    ...exceptionValue.fields({
      type: asString,
      value: asText,
      module: asString,
      threadId: asText,
      rawType: asString,
      rawValue: asString,
      rawModule: asString,
    }),
    mechanism: exceptionValue.field('mechanism', asObject),
    stacktrace: exceptionValue.field('stacktrace', asObject),
    rawStacktrace: exceptionValue.field('rawStacktrace', asObject),
  },

  Mechanism: {
    ...mechanism.fields({
      type: asString,
      handled: asBoolean,
      description: asString,
      synthetic: asBoolean,
      source: asString,
      data: asJson,
      meta: asJson,
    }),
    helpLink: mechanism.field('help_link', asString),
    isExceptionGroup: mechanism.field('is_exception_group', asBoolean),
    exceptionId: mechanism.field('exception_id', asInt),
    parentId: mechanism.field('parent_id', asInt),
  },

  Stacktrace: {
    ...stacktrace.fields({ registers: asJson, hasSystemFrames: asBoolean }),
    frames: pure((stacktrace: StacktraceJson, { inApp }: StacktraceFramesArgs) => {
      const frames = readFrames(stacktrace);
      return inApp == null
        ? frames
        : (frames?.filter((frame) => readInApp(frame) === inApp) ?? null);
    }),
    framesOmitted: stacktrace.field('framesOmitted', asRange),
  },

  Frame: {
    ...frame.fields({
      filename: asString,
      absPath: asString,
      module: asString,
      package: asString,
      platform: asString,
      function: asString,
      rawFunction: asString,
      symbol: asString,
      instructionAddr: asString,
      symbolAddr: asString,
      trust: asString,
      lineNo: asInt,
      colNo: asInt,
      inApp: asBoolean,
      vars: asJson,
      errors: asJson,
      lock: asJson,
      sourceLink: asString,
      addrMode: asString,
      map: asString,
      mapUrl: asString,
      origFunction: asString,
      origAbsPath: asString,
      origFilename: asString,
      origLineNo: asInt,
      origColNo: asInt,
      symbolicatorStatus: asString,
      minGroupingLevel: asInt,
      parentIndex: asInt,
      sampleCount: asInt,
    }),
    context: pure(sourceLinesOf),
  },

  SourceLine: {
    lineNo: pure(([lineNo]: SourceLineJson) => asInt(lineNo)),
    line: pure(([, line]: SourceLineJson) => asString(line)),
  },

  Thread: {
    ...thread.fields({
      id: asText,
      name: asString,
      current: asBoolean,
      crashed: asBoolean,
      state: asString,
      heldLocks: asJson,
    }),
    stacktrace: thread.field('stacktrace', asObject),
    rawStacktrace: thread.field('rawStacktrace', asObject),
  },
};
