interface Props {
  readonly picked: number;
  readonly onCompare: () => void;
  readonly onUnmerge: () => void;
  readonly onClear: () => void;
}

/** Sentry's gateway takes no more at once. */
const MAX_UNMERGED = 100;

/** What can be done with the picked hashes. */
export function ActionBar({ picked, onCompare, onUnmerge, onClear }: Props) {
  return (
    <section className="action-bar" aria-label="Picked hashes" hidden={picked === 0}>
      <p role="status">
        <strong>{picked}</strong> picked
        {picked > MAX_UNMERGED ? `: an unmerge takes up to ${MAX_UNMERGED}` : ''}
      </p>
      <button type="button" className="link" onClick={onClear}>
        Clear
      </button>
      <span className="spring" />
      <button type="button" className="button" onClick={onCompare}>
        {picked === 1 ? 'Stack trace' : 'Compare'}
      </button>
      <button
        type="button"
        className="button primary"
        disabled={picked > MAX_UNMERGED}
        onClick={onUnmerge}
      >
        Unmerge …
      </button>
    </section>
  );
}
