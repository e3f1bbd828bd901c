interface Props {
  readonly selected: number;
  readonly onCompare: () => void;
  readonly onUnmerge: () => void;
  readonly onClear: () => void;
}

/** The limit of `unmergeIssueHashes`. */
const MAX_UNMERGED = 100;

export function ActionBar({ selected, onCompare, onUnmerge, onClear }: Props) {
  return (
    <section className="action-bar" aria-label="Selected hashes" hidden={selected === 0}>
      <p role="status">
        <strong>{selected}</strong> selected
        {selected > MAX_UNMERGED ? `; at most ${MAX_UNMERGED} can be unmerged at once` : ''}
      </p>
      <button type="button" className="link" onClick={onClear}>
        Clear
      </button>
      <span className="spring" />
      <button type="button" className="button" onClick={onCompare}>
        {selected === 1 ? 'Stack trace' : 'Compare'}
      </button>
      <button
        type="button"
        className="button primary"
        disabled={selected > MAX_UNMERGED}
        onClick={onUnmerge}
      >
        Unmerge …
      </button>
    </section>
  );
}
