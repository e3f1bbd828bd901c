import type {
  ExceptionEntryResolvers,
  ExceptionValueResolvers,
  FrameResolvers,
  MechanismResolvers,
  SourceLineResolvers,
  StacktraceEntryResolvers,
  StacktraceResolvers,
  ThreadResolvers,
  ThreadsEntryResolvers,
} from '../generated/resolvers-types.ts';
import {
  asBoolean,
  asInt,
  asJson,
  asList,
  asLists,
  asObject,
  asObjects,
  asString,
  asText,
  type Json,
  type JsonList,
} from '../sentry/json.ts';
import { data, entryFields } from './entry.ts';
import { field, fields, pure } from './fields.ts';

export const ExceptionEntry: ExceptionEntryResolvers = {
  ...entryFields,
  values: data('values', asObjects),
  hasSystemFrames: data('hasSystemFrames', asBoolean),
  excOmitted: data('excOmitted', asRange),
};

export const ExceptionValue: ExceptionValueResolvers = fields({
  type: asString,
  value: asText,
  module: asString,
  threadId: asText,
  mechanism: asObject,
  stacktrace: asObject,
  rawStacktrace: asObject,
  rawType: asString,
  rawValue: asString,
  rawModule: asString,
});

export const Mechanism: MechanismResolvers = {
  ...fields({
    type: asString,
    handled: asBoolean,
    description: asString,
    synthetic: asBoolean,
    source: asString,
    data: asJson,
    meta: asJson,
  }),
  helpLink: field('help_link', asString),
  isExceptionGroup: field('is_exception_group', asBoolean),
  exceptionId: field('exception_id', asInt),
  parentId: field('parent_id', asInt),
};

export const StacktraceEntry: StacktraceEntryResolvers = {
  ...entryFields,
  stacktrace: field('data', asObject),
};

export const ThreadsEntry: ThreadsEntryResolvers = {
  ...entryFields,
  values: data('values', asObjects),
};

export const Thread: ThreadResolvers = fields({
  id: asText,
  name: asString,
  current: asBoolean,
  crashed: asBoolean,
  state: asString,
  heldLocks: asJson,
  stacktrace: asObject,
  rawStacktrace: asObject,
});

export const Stacktrace: StacktraceResolvers = fields({
  frames: asObjects,
  framesOmitted: asRange,
  registers: asJson,
  hasSystemFrames: asBoolean,
});

export const Frame: FrameResolvers = fields({
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
  context: asLists,
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
});

/** Sentry has `[lineNo, line]`, the line null where it is not known. */
export const SourceLine: SourceLineResolvers = {
  lineNo: pure(([lineNo]: JsonList) => asInt(lineNo)),
  line: pure(([, line]: JsonList) => asString(line)),
};

/** `[from, to]` of what was left out. */
function asRange(value: Json | undefined): readonly (number | null)[] | null {
  return asList(value)?.map(asInt) ?? null;
}
