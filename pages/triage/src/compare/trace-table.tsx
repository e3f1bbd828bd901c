import type { HashRow } from '../list/arrange.ts';
import type { EventDetails } from '../list/event-details.ts';
import type { AlignedRow } from './align.ts';
import { ComparisonRow, ComparisonTable } from './comparison-table.tsx';
import { FrameCell, lineVaries, markOf } from './frame-cell.tsx';
import type { TraceFrame } from './stack-trace.ts';

interface Props {
  /** One column each. */
  readonly hashes: readonly HashRow[];
  readonly aligned: readonly AlignedRow<TraceFrame>[];
  readonly onlyDifferences: boolean;
  readonly withSource: boolean;
  /** In place of an empty table; null while it is loaded. */
  readonly emptyText: string | null;
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
        shown.length === 0 && props.emptyText !== null ? (
          <p className="compare-empty">{props.emptyText}</p>
        ) : null
      }
    >
      {shown.map(({ row, place }) => (
        <Row key={place} row={row} place={place} hashes={hashes} withSource={props.withSource} />
      ))}
    </ComparisonTable>
  );
}

interface RowProps {
  readonly row: AlignedRow<TraceFrame>;
  readonly place: number;
  readonly hashes: readonly HashRow[];
  readonly withSource: boolean;
}

function Row({ row, place, hashes, withSource }: RowProps) {
  const isSingle = hashes.length === 1;
  const hasOtherLines = lineVaries(row.cells);
  return (
    <ComparisonRow isEqual={isSingle ? null : row.isEqual} place={place}>
      {row.cells.map((frame, column) => (
        <FrameCell
          key={hashes[column]?.id}
          frame={frame}
          mark={markOf(row, frame)}
          isOtherLine={row.isEqual && hasOtherLines}
          withSource={withSource}
        />
      ))}
    </ComparisonRow>
  );
}
