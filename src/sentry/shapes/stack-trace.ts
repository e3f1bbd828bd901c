import type { Json, JsonList, Shape } from '../json.ts';

export type ExceptionValueJson = Shape<{
  type: string;
  value: string;
  module: string;
  threadId: string | number;
  mechanism: MechanismJson;
  stacktrace: StacktraceJson;
  /** Null if it equals `stacktrace`. */
  rawStacktrace: StacktraceJson;
  rawType: string;
  rawValue: string;
  rawModule: string;
}>;

export type MechanismJson = Shape<{
  type: string;
  handled: boolean;
  description: string;
  help_link: string;
  synthetic: boolean;
  source: string;
  is_exception_group: boolean;
  exception_id: number;
  parent_id: number;
  data: Json;
  meta: Json;
}>;

export type ThreadJson = Shape<{
  id: string | number;
  name: string;
  current: boolean;
  crashed: boolean;
  state: string;
  heldLocks: Json;
  stacktrace: StacktraceJson;
  rawStacktrace: StacktraceJson;
}>;

export type StacktraceJson = Shape<{
  frames: readonly FrameJson[];
  framesOmitted: readonly [from: number, to: number];
  registers: Json;
  hasSystemFrames: boolean;
}>;

export type FrameJson = Shape<{
  filename: string;
  absPath: string;
  module: string;
  package: string;
  platform: string;
  function: string;
  rawFunction: string;
  symbol: string;
  instructionAddr: string;
  symbolAddr: string;
  trust: string;
  lineNo: number;
  colNo: number;
  inApp: boolean;
  context: readonly SourceLineJson[];
  /** GlitchTip's raw frames have the lines as sent by SDKs, and no `context`. */
  pre_context: readonly string[];
  context_line: string;
  post_context: readonly string[];
  vars: Json;
  errors: Json;
  lock: Json;
  sourceLink: string;
  addrMode: string;
  map: string;
  mapUrl: string;
  origFunction: string;
  origAbsPath: string;
  origFilename: string;
  /** `?` if Sentry does not know the place. */
  origLineNo: number | string;
  origColNo: number | string;
  symbolicatorStatus: string;
  minGroupingLevel: number;
  parentIndex: number;
  sampleCount: number;
}>;

/** `[lineNo, line]`; the line is null if it is unknown. */
export type SourceLineJson = JsonList;
