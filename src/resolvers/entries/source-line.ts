import type { SourceLineResolvers } from '../../generated/resolvers-types.ts';
import { asInt, asString } from '../../sentry/json.ts';
import type { SourceLineJson } from '../../sentry/shapes/stack-trace.ts';
import { pure } from '../fields.ts';

export const SourceLine: SourceLineResolvers = {
  lineNo: pure(([lineNo]: SourceLineJson) => asInt(lineNo)),
  line: pure(([, line]: SourceLineJson) => asString(line)),
};
