import type { HashRow } from '../list/arrange.ts';
import { shortDate } from '../when.ts';
import type { TracedEvent } from './stack-trace.ts';

interface Props {
  readonly row: HashRow;
  /** Undefined until it is loaded. */
  readonly trace: TracedEvent | undefined;
  /** Whether the column shows the stack trace. @default true */
  readonly hasTrace?: boolean;
  /** Undefined for the only column. */
  readonly onRemove: (() => void) | undefined;
}

export function ColumnHeading({ row, trace, hasTrace = true, onRemove }: Props) {
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
        {onRemove ? (
          <button
            type="button"
            className="remove"
            aria-label={`Remove ${row.hash.slice(0, 8)}`}
            onClick={onRemove}
          >
            ×
          </button>
        ) : null}
      </div>
      <strong>{row.title ?? 'Latest event not retained'}</strong>
      <small>{[row.culprit, row.date && shortDate(row.date)].filter(Boolean).join(' · ')}</small>
      {trace || !row.event || !hasTrace ? null : <span className="bone" data-width="14" />}
    </th>
  );
}
