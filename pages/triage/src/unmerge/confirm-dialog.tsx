import { useContext, useState } from 'react';
import { GlitchTipContext } from '../issue/glitchtip-context.ts';
import { type HashRow, titleOf } from '../list/arrange.ts';
import { plural } from '../plural.ts';
import { Modal } from '../views/modal.tsx';

interface Props {
  readonly rows: readonly HashRow[];
  /** Of them, those that the filter hides. */
  readonly hidden: number;
  /** The issue would have no hash left. */
  readonly isAll: boolean;
  readonly onConfirm: (all: boolean) => void;
  readonly onClose: () => void;
}

/** How many hashes the dialog names; it counts the rest. */
const MAX_NAMED = 5;

export function ConfirmDialog({ rows, hidden, isAll, onConfirm, onClose }: Props) {
  const [isConfirmed, setIsConfirmed] = useState(false);
  const isGlitchTip = useContext(GlitchTipContext);
  const [it, its] = rows.length === 1 ? ['it', 'its'] : ['them', 'their'];
  const what = rows.length === 1 ? 'this hash' : `these ${plural(rows.length, 'hash')}`;
  return (
    <Modal className="confirm" label={`Unmerge ${what}?`} onClose={onClose}>
      <h2>Unmerge {what}?</h2>
      <p>
        {isGlitchTip
          ? `GlitchTip removes ${it} from this issue at once. The events stay in it; new events make another issue.`
          : `Sentry moves ${its} events to one new issue. This takes some time. To undo it, merge the two issues.`}
      </p>
      <ul>
        {rows.slice(0, MAX_NAMED).map((row) => (
          <li key={row.id}>
            <code>{row.hash.slice(0, 12)}</code> <bdi>{titleOf(row)}</bdi>
          </li>
        ))}
        {rows.length > MAX_NAMED ? (
          <li className="muted">and {rows.length - MAX_NAMED} more</li>
        ) : null}
      </ul>
      {hidden > 0 ? (
        <p className="warning">{plural(hidden, 'hash')} of them hidden by the filter.</p>
      ) : null}
      {isAll ? (
        <label className="warning">
          <input
            type="checkbox"
            checked={isConfirmed}
            onChange={(event) => setIsConfirmed(event.target.checked)}
          />
          <span>These are all hashes of the issue. Leave the issue empty.</span>
        </label>
      ) : null}
      <div className="buttons">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button
          type="button"
          className="button primary"
          disabled={isAll && !isConfirmed}
          onClick={() => onConfirm(isAll && isConfirmed)}
        >
          Unmerge {rows.length}
        </button>
      </div>
    </Modal>
  );
}
