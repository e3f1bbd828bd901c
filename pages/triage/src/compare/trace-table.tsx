import type { HashRow } from '../list/arrange.ts';
import type { EventDetails } from '../list/event-details.ts';
import type { AlignedRow } from './align.ts';
import { ComparisonTable, EqualityMark } from './comparison-table.tsx';
import { FrameCell, lineVaries, markOf } from './frame-cell.tsx';
import type { TraceFrame } from './stack-trace.ts';

interface Props {
  /** One column each. */
  readonly hashes: readonly HashRow[];
  readonly aligned: readonly AlignedRow<TraceFrame>[];
  readonly onlyDifferences: boolean;
  readonly withSource: boolean;
  readonly isComplete: boolean;
  readonly details: ReadonlyMap<string, EventDetails>;
  /** Null for the only column. */
  readonly onRemove: ((row: HashRow) => void) | null;
}

export function TraceTable({ hashes, aligned, details, onRemove, ...props }: Props) {
  const shown = aligned
    .map((row, place) => ({ row, place }))
    .filter(({ row }) => !(props.onlyDifferences && row.isEqual));
  return (
    <ComparisonTable
      label="Stack traces side by side"
      hashes={hashes}
      isLoading={({ event }) => event !== null && !details.get(event.id)?.trace}
      onRemove={onRemove}
      note={
        props.isComplete && shown.length === 0 ? (
          <p className="compare-empty">
            {aligned.length === 0
              ? 'None of these hashes has a stack trace.'
              : 'All frames are equal.'}
          </p>
        ) : null
      }
    >
      {shown.map(({ row, place }) => (
        <Row key={place} row={row} hashes={hashes} withSource={props.withSource} />
      ))}
    </ComparisonTable>
  );
}

interface RowProps {
  readonly row: AlignedRow<TraceFrame>;
  readonly hashes: readonly HashRow[];
  readonly withSource: boolean;
}

function Row({ row, hashes, withSource }: RowProps) {
  const hasOtherLines = lineVaries(row.cells);
  return (
    <tr data-equal={row.isEqual}>
      <EqualityMark isEqual={row.isEqual} />
      {row.cells.map((frame, column) => (
        <FrameCell
          key={hashes[column]?.id}
          frame={frame}
          mark={markOf(row, frame)}
          isOtherLine={row.isEqual && hasOtherLines}
          withSource={withSource}
        />
      ))}
    </tr>
  );
}
