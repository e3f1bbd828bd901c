import { useMemo, useState } from 'react';
import type { HashRow } from '../list/arrange.ts';
import type { EventDetails } from '../list/event-details.ts';
import type { RequestFailure } from '../relay/request.ts';
import { Modal } from '../views/modal.tsx';
import { type AlignedRow, align } from './align.ts';
import { ColumnHeading } from './column-heading.tsx';
import { FrameCell, lineVaries, markOf } from './frame-cell.tsx';
import type { TraceFrame } from './stack-trace.ts';

interface Props {
  readonly rows: readonly HashRow[];
  readonly details: ReadonlyMap<string, EventDetails>;
  readonly failure: RequestFailure | null;
  readonly onRetry: () => void;
  readonly onRemove: (id: string) => void;
  readonly onClose: () => void;
  readonly onUnmerge: () => void;
}

/** The stack traces of the selected hashes side by side, the innermost call at the top. */
export function CompareDialog({
  rows,
  details,
  failure,
  onRetry,
  onRemove,
  onClose,
  onUnmerge,
}: Props) {
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const [onlyInApp, setOnlyInApp] = useState(false);
  const aligned = useMemo(() => {
    const traces = rows.map(({ eventId }) => details.get(eventId ?? '')?.trace.frames ?? []);
    return align(onlyInApp ? traces.map((frames) => frames.filter(isInApp)) : traces);
  }, [rows, details, onlyInApp]);
  const differing = aligned.filter(({ isEqual }) => !isEqual).length;
  const shown = onlyDifferences ? aligned.filter(({ isEqual }) => !isEqual) : aligned;
  const isComplete = rows.every(({ eventId }) => eventId === null || details.has(eventId));

  return (
    <Modal className="compare" label={titleOf(rows.length)} onClose={onClose}>
      <header className="dialog-header">
        <div>
          <h2>{titleOf(rows.length)}</h2>
          <p role="status">
            {isComplete
              ? summaryOf(aligned.length - differing, differing)
              : 'Loading the stack traces …'}
          </p>
        </div>
        <div className="switches">
          <label>
            <input
              type="checkbox"
              checked={onlyDifferences}
              onChange={(event) => setOnlyDifferences(event.target.checked)}
            />
            Only differences
          </label>
          <label>
            <input
              type="checkbox"
              checked={onlyInApp}
              onChange={(event) => setOnlyInApp(event.target.checked)}
            />
            Only in-app frames
          </label>
        </div>
        <div className="buttons">
          <button type="button" className="button primary" onClick={onUnmerge}>
            Unmerge {rows.length} …
          </button>
          <button type="button" className="button" onClick={onClose}>
            Close
          </button>
        </div>
      </header>
      {failure && !isComplete ? (
        <div className="list-end" role="alert">
          <p>
            <strong>A stack trace could not be loaded.</strong> {failure.message}{' '}
            <code>{failure.code}</code>
          </p>
          <button type="button" className="button" onClick={onRetry}>
            Try again
          </button>
        </div>
      ) : null}
      <section className="compare-scroller" tabIndex={0} aria-label="Stack traces side by side">
        <table>
          <thead>
            <tr>
              <th scope="col" className="mark">
                <span className="visually-hidden">Equal or different</span>
              </th>
              {rows.map((row) => (
                <ColumnHeading
                  key={row.id}
                  row={row}
                  trace={details.get(row.eventId ?? '')?.trace}
                  onRemove={rows.length > 1 ? () => onRemove(row.id) : undefined}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={aligned.indexOf(row)} row={row} hashes={rows} />
            ))}
          </tbody>
        </table>
        {isComplete && shown.length === 0 ? (
          <p className="compare-empty">
            {aligned.length === 0
              ? 'None of these hashes has a stack trace.'
              : 'All frames are equal.'}
          </p>
        ) : null}
      </section>
    </Modal>
  );
}

interface RowProps {
  readonly row: AlignedRow<TraceFrame>;
  readonly hashes: readonly HashRow[];
}

function Row({ row, hashes }: RowProps) {
  const hasOtherLines = lineVaries(row.cells);
  return (
    <tr data-equal={row.isEqual}>
      <th scope="row" className="mark">
        <span aria-hidden="true">{row.isEqual ? '=' : '≠'}</span>
        <span className="visually-hidden">{row.isEqual ? 'Equal' : 'Different'}</span>
      </th>
      {row.cells.map((frame, column) => (
        <FrameCell
          key={hashes[column]?.id}
          frame={frame}
          mark={markOf(row, frame)}
          isOtherLine={row.isEqual && hasOtherLines}
        />
      ))}
    </tr>
  );
}

function isInApp(frame: TraceFrame): boolean {
  return frame.isInApp;
}

function titleOf(count: number): string {
  return count === 1 ? 'Stack trace' : `${count} stack traces compared`;
}

function summaryOf(equal: number, differing: number): string {
  const rows = (count: number) => `${count} ${count === 1 ? 'frame' : 'frames'}`;
  return differing === 0
    ? `All ${rows(equal)} are equal.`
    : `${rows(equal)} equal, ${differing} different.`;
}
