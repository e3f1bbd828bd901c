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
      <table>
        <thead>
          <tr>
            <th scope="col" className="mark">
              <span className="visually-hidden">Equal or different</span>
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

/** The header cell of a row. */
export function EqualityMark({ isEqual }: { readonly isEqual: boolean }) {
  return (
    <th scope="row" className="mark">
      <span aria-hidden="true">{isEqual ? '=' : '≠'}</span>
      <span className="visually-hidden">{isEqual ? 'Equal' : 'Different'}</span>
    </th>
  );
}
