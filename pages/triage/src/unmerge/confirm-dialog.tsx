import { useState } from 'react';
import type { HashRow } from '../list/arrange.ts';
import { Modal } from '../views/modal.tsx';

interface Props {
  readonly rows: readonly HashRow[];
  /** Whether the issue would have no hash left. */
  readonly isAll: boolean;
  readonly onConfirm: (all: boolean) => void;
  readonly onClose: () => void;
}

/** How many hashes are named before the rest is only counted. */
const NAMED = 5;

/** Asks before hashes are taken out of the issue. */
export function ConfirmDialog({ rows, isAll, onConfirm, onClose }: Props) {
  const [mayTakeAll, setMayTakeAll] = useState(false);
  const what = rows.length === 1 ? 'this hash' : `these ${rows.length} hashes`;
  return (
    <Modal className="confirm" label={`Unmerge ${what}?`} onClose={onClose}>
      <h2>Unmerge {what}?</h2>
      <p>
        Sentry moves {rows.length === 1 ? 'its' : 'their'} events to one new issue. It takes a
        while, and is undone only by merging the two issues again.
      </p>
      <ul>
        {rows.slice(0, NAMED).map((row) => (
          <li key={row.id}>
            <code>{row.hash.slice(0, 12)}</code> <span>{row.title ?? 'event gone'}</span>
          </li>
        ))}
        {rows.length > NAMED ? <li className="muted">and {rows.length - NAMED} more</li> : null}
      </ul>
      {isAll ? (
        <label className="warning">
          <input
            type="checkbox"
            checked={mayTakeAll}
            onChange={(event) => setMayTakeAll(event.target.checked)}
          />
          <span>These are all of its hashes: I mean to leave the issue empty.</span>
        </label>
      ) : null}
      <div className="buttons">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button
          type="button"
          className="button primary"
          disabled={isAll && !mayTakeAll}
          onClick={() => onConfirm(isAll && mayTakeAll)}
        >
          Unmerge {rows.length}
        </button>
      </div>
    </Modal>
  );
}
