import { asInt, asLists, asString, asStrings } from '../../sentry/json.ts';
import type { FrameJson, SourceLineJson } from '../../sentry/shapes/stack-trace.ts';
import { spellingsOf, valueAt } from '../../sentry/spellings.ts';

const LINE_NUMBER = spellingsOf('lineNo');

/** The lines around a frame's line: numbered by Sentry, otherwise as sent by SDKs. */
export function sourceLinesOf(frame: FrameJson): readonly SourceLineJson[] | null {
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
