import type { HashRow } from '../list/arrange.ts';
import { shortDate } from '../when.ts';
import type { TracedEvent } from './stack-trace.ts';

interface Props {
  readonly row: HashRow;
  /** Undefined until it is read. */
  readonly trace: TracedEvent | undefined;
  /** Absent where it is the only one. */
  readonly onDrop: (() => void) | undefined;
}

/** Whose stack trace a column is. */
export function ColumnHeading({ row, trace, onDrop }: Props) {
  return (
    <th scope="col">
      <div className="column-top">
        <code title={row.hash}>{row.hash.slice(0, 12)}</code>
        {row.mergedBySeer ? <span className="chip seer-chip">Seer</span> : null}
        {row.platform ? (
          <span className="chip" data-platform={row.platform}>
            {row.platform}
          </span>
        ) : null}
        {onDrop ? (
          <button
            type="button"
            className="drop"
            aria-label={`Leave out ${row.hash.slice(0, 8)}`}
            onClick={onDrop}
          >
            ×
          </button>
        ) : null}
      </div>
      <strong>{row.title ?? 'Its newest event is gone'}</strong>
      <small>{[row.culprit, row.date && shortDate(row.date)].filter(Boolean).join(' · ')}</small>
      {trace || !row.eventId ? null : <span className="bone" data-width="14" />}
    </th>
  );
}
