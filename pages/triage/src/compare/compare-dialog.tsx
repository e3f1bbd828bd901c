import { useMemo, useState } from 'react';
import { openDialog } from '../address/use-address.ts';
import { KeepFirst } from '../list/action-bar.tsx';
import type { HashRow } from '../list/arrange.ts';
import type { EventDetails } from '../list/event-details.ts';
import { plural } from '../plural.ts';
import type { RequestFailure } from '../relay/request.ts';
import { MAX_UNMERGED, tooManyText } from '../unmerge/limits.ts';
import { Modal } from '../views/modal.tsx';
import { GroupingView } from './grouping-view.tsx';
import { TracesView } from './traces-view.tsx';

interface Props {
  readonly view: ComparisonView;
  /** Global ID of the issue. */
  readonly issue: string;
  /** The selected hashes. */
  readonly rows: readonly HashRow[];
  readonly details: ReadonlyMap<string, EventDetails>;
  readonly failure: RequestFailure | null;
  readonly unmergeRefusal: string | null;
  readonly onShow: (rows: readonly HashRow[]) => void;
  readonly onShowSource: (rows: readonly HashRow[]) => void;
  readonly onRemove: (row: HashRow) => void;
  readonly onClose: () => void;
  readonly onUnmerge: () => void;
}

/** More columns cannot be read side by side, and their stack traces take seconds to align. */
const MAX_COLUMNS = 12;

const VIEWS = { compare: 'Stack traces', grouping: 'Grouping' } as const;
export type ComparisonView = keyof typeof VIEWS;

/** The selected hashes side by side: their stack traces, or why Sentry grouped them as it did. */
export function CompareDialog({ view, issue, rows, unmergeRefusal, onRemove, ...props }: Props) {
  const [page, setPage] = useState(0);
  const lastPage = Math.ceil(rows.length / MAX_COLUMNS) - 1;
  const shownPage = Math.min(page, lastPage);
  const from = shownPage * MAX_COLUMNS;
  const compared = useMemo(() => rows.slice(from, from + MAX_COLUMNS), [rows, from]);
  const shared = { hashes: compared, onRemove: rows.length > 1 ? onRemove : null };

  return (
    <Modal className="compare" label={titleOf(rows.length)} onClose={props.onClose}>
      <header className="dialog-header">
        <h2>{titleOf(rows.length)}</h2>
        <fieldset className="views">
          <legend className="visually-hidden">View</legend>
          {Object.entries(VIEWS).map(([name, label]) => (
            <label key={name}>
              <input
                type="radio"
                name="view"
                checked={view === name}
                onChange={() => openDialog(name as ComparisonView)}
              />
              {label}
            </label>
          ))}
        </fieldset>
        <div className="buttons">
          {unmergeRefusal === null ? (
            <button
              type="button"
              className="button primary"
              disabled={rows.length > MAX_UNMERGED}
              onClick={props.onUnmerge}
            >
              Unmerge {rows.length} …
            </button>
          ) : null}
          <button type="button" className="button" onClick={props.onClose}>
            Close
          </button>
        </div>
        {lastPage > 0 ? (
          <nav className="pager" aria-label="Columns">
            <button
              type="button"
              className="button"
              aria-disabled={shownPage === 0}
              onClick={() => setPage(Math.max(0, shownPage - 1))}
            >
              Previous
            </button>
            <p role="status">
              Columns {format(from + 1)} to {format(from + compared.length)} of{' '}
              {format(rows.length)}
            </p>
            <button
              type="button"
              className="button"
              aria-disabled={shownPage === lastPage}
              onClick={() => setPage(Math.min(lastPage, shownPage + 1))}
            >
              Next
            </button>
          </nav>
        ) : null}
        <UnmergeNote rows={rows} unmergeRefusal={unmergeRefusal} />
      </header>
      {view === 'compare' ? (
        <TracesView {...shared} {...props} />
      ) : (
        <GroupingView {...shared} issue={issue} />
      )}
    </Modal>
  );
}

/** Why these hashes cannot be unmerged. */
function UnmergeNote({ rows, unmergeRefusal }: Pick<Props, 'rows' | 'unmergeRefusal'>) {
  if (unmergeRefusal !== null) {
    return <p className="dialog-note">{unmergeRefusal}</p>;
  }
  return rows.length > MAX_UNMERGED ? (
    <p className="dialog-note">
      {tooManyText(rows.length)} <KeepFirst selected={rows} />
    </p>
  ) : null;
}

function format(count: number): string {
  return count.toLocaleString('en');
}

function titleOf(count: number): string {
  return `${plural(count, 'hash')}${count === 1 ? '' : ' compared'}`;
}
