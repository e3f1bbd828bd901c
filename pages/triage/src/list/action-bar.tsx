import { openDialog } from '../address/use-address.ts';
import { MAX_UNMERGED, tooManyText } from '../unmerge/limits.ts';
import type { HashRow } from './arrange.ts';
import { setPicks } from './use-picks.ts';

interface Props {
  readonly selected: readonly HashRow[];
  /** Of them, those that the filter hides. */
  readonly hidden: number;
  /** Hashes of the URL that the issue does not have. */
  readonly missing: number;
  /** Why nothing can be unmerged; null if it can. */
  readonly unmergeRefusal: string | null;
  readonly onCopy: () => void;
}

export function ActionBar({ selected, hidden, missing, unmergeRefusal, onCopy }: Props) {
  const { length } = selected;
  const isTooMany = length > MAX_UNMERGED && unmergeRefusal === null;
  if (length === 0 && missing === 0) {
    return null;
  }
  return (
    <section className="action-bar" aria-label="Selected hashes">
      <p role="status">
        <strong>{format(length)}</strong> selected
        {hidden > 0 ? `, ${format(hidden)} of them hidden by the filter` : ''}
        {missing > 0 ? `; ${missing} of the link are not in this issue (any more)` : ''}
        {isTooMany ? `. ${tooManyText(length)}` : ''}
        {unmergeRefusal === null ? '' : `. ${unmergeRefusal}`}
      </p>
      <span className="spring" />
      {isTooMany ? <KeepFirst selected={selected} /> : null}
      <button type="button" className="link" onClick={() => setPicks([], 'push')}>
        Clear
      </button>
      <button type="button" className="link" disabled={length === 0} onClick={onCopy}>
        Copy
      </button>
      <button
        type="button"
        className="button"
        disabled={length === 0}
        onClick={() => openDialog('compare')}
      >
        {length === 1 ? 'Stack trace' : 'Compare'}
      </button>
      {unmergeRefusal === null ? (
        <button
          type="button"
          className="button primary"
          disabled={length === 0 || isTooMany}
          onClick={() => openDialog('confirm')}
        >
          Unmerge …
        </button>
      ) : null}
    </section>
  );
}

function format(count: number): string {
  return count.toLocaleString('en');
}

export function KeepFirst({ selected }: { readonly selected: readonly HashRow[] }) {
  return (
    <button
      type="button"
      className="link"
      onClick={() => setPicks(selected.slice(0, MAX_UNMERGED).map(({ hash }) => hash))}
    >
      Keep the first {MAX_UNMERGED}
    </button>
  );
}
