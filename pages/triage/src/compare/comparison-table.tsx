import type { ReactNode } from 'react';
import type { HashRow } from '../list/arrange.ts';
import { ColumnHeading } from './column-heading.tsx';

interface Props {
  /** For screen readers. */
  readonly label: string;
  /** One column each. */
  readonly hashes: readonly HashRow[];
  /** Whether a column waits for its content. */
  readonly isLoading: (row: HashRow) => boolean;
  /** Null for the only column. */
  readonly onRemove: ((row: HashRow) => void) | null;
  /** Rows, each with a header cell of its own. */
  readonly children: ReactNode;
  /** Below the table. */
  readonly note?: ReactNode;
}

/** Hashes side by side. */
export function ComparisonTable({ label, hashes, isLoading, onRemove, children, note }: Props) {
  return (
    <section className="compare-scroller" tabIndex={0} aria-label={label}>
      <table style={{ minWidth: `calc(40px + ${hashes.length} * var(--column))` }}>
        <thead>
          <tr>
            <th scope="col" className="mark">
              <span className="visually-hidden">
                {hashes.length > 1 ? 'Equal or different' : 'Number'}
              </span>
            </th>
            {hashes.map((row) => (
              <ColumnHeading
                key={row.id}
                row={row}
                isLoading={isLoading(row)}
                onRemove={onRemove ? () => onRemove(row) : undefined}
              />
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {note}
    </section>
  );
}

interface RowProps {
  /** Null in a table of one column. */
  readonly isEqual: boolean | null;
  /** Row number, from 0. */
  readonly place: number;
  /** A cell for each column. */
  readonly children: ReactNode;
}

export function ComparisonRow({ isEqual, place, children }: RowProps) {
  return (
    <tr data-equal={isEqual ?? undefined}>
      <th scope="row" className="mark">
        {isEqual === null ? (
          place + 1
        ) : (
          <>
            <span aria-hidden="true">{isEqual ? '=' : '≠'}</span>
            <span className="visually-hidden">{isEqual ? 'Equal' : 'Different'}</span>
          </>
        )}
      </th>
      {children}
    </tr>
  );
}
