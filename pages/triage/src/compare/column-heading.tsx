import { type HashRow, titleOf } from '../list/arrange.ts';
import { shortDate } from '../when.ts';

interface Props {
  readonly row: HashRow;
  readonly isLoading: boolean;
  /** Undefined for the only column. */
  readonly onRemove: (() => void) | undefined;
}

export function ColumnHeading({ row, isLoading, onRemove }: Props) {
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
      <strong dir="auto" title={row.title ?? undefined}>
        {titleOf(row)}
      </strong>
      <small>{[row.culprit, row.date && shortDate(row.date)].filter(Boolean).join(' · ')}</small>
      {isLoading ? <span className="bone" data-width="14" /> : null}
    </th>
  );
}
