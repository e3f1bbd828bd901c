import { type AlignedRow, commonKey, frameKey } from './align.ts';
import type { TraceFrame } from './stack-trace.ts';

/** `equal`: as in all stack traces; `common`: as in most; `odd`: as in few; `absent`: no frame. */
export type Mark = 'equal' | 'common' | 'odd' | 'absent';

export function markOf(row: AlignedRow<TraceFrame>, frame: TraceFrame | null): Mark {
  if (row.isEqual) {
    return 'equal';
  }
  if (!frame) {
    return 'absent';
  }
  return frameKey(frame) === commonKey(row.cells) ? 'common' : 'odd';
}

/** The same call, at different lines. */
export function lineVaries(cells: readonly (TraceFrame | null)[]): boolean {
  return new Set(cells.map((cell) => cell?.line ?? null)).size > 1;
}

interface Props {
  readonly frame: TraceFrame | null;
  readonly mark: Mark;
  readonly isOtherLine: boolean;
  readonly withSource: boolean;
}

export function FrameCell({ frame, mark, isOtherLine, withSource }: Props) {
  if (!frame) {
    return (
      <td data-mark={mark}>
        <span className="visually-hidden">No frame</span>
      </td>
    );
  }
  return (
    <td data-mark={mark} data-app={frame.isInApp}>
      <code>{frame.function ?? '<anonymous>'}</code>
      <small>
        {frame.file ?? 'unknown file'}
        {frame.line === null ? null : (
          <span className={isOtherLine ? 'line-number other' : 'line-number'}>:{frame.line}</span>
        )}
      </small>
      {withSource && frame.source.length > 0 ? (
        <pre className="source">
          {frame.source.map(({ line, text }) => (
            <span key={line} className="source-line" data-current={line === frame.line}>
              <span className="source-number">{line}</span> {text}
              {'\n'}
            </span>
          ))}
        </pre>
      ) : null}
      {mark === 'odd' ? <span className="visually-hidden">Different</span> : null}
    </td>
  );
}
