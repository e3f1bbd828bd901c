import type { FrameResolvers } from '../../generated/resolvers-types.ts';
import { asBoolean, asInt, asJson, asString } from '../../sentry/json.ts';
import type { FrameJson } from '../../sentry/shapes/stack-trace.ts';
import { pure, readersOf } from '../fields.ts';
import { sourceLinesOf } from './source-lines.ts';

const { fields } = readersOf<FrameJson>();

export const Frame: FrameResolvers = {
  ...fields({
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
};
