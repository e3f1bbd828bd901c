import { Modal } from '../views/modal.tsx';

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal className="keys" label="Keys" onClose={onClose}>
      <h2>Keys</h2>
      <table>
        <tbody>
          {KEYS.map(([keys, action]) => (
            <tr key={action}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{action}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">
        All but <kbd>/</kbd> and <kbd>?</kbd> work while the list has the focus.
      </p>
      <div className="buttons">
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </div>
    </Modal>
  );
}

const KEYS: readonly (readonly [keys: readonly string[], action: string])[] = [
  [['↑', '↓', 'Page', 'Home', 'End'], 'Move in the list'],
  [['Space'], 'Select the hash, or the whole group'],
  [['Shift', '↑ ↓'], 'Extend the selection'],
  [['Ctrl', 'A'], 'Select all that are shown'],
  [['Esc'], 'Select none'],
  [['←', '→'], 'Close and open a group'],
  [['Enter'], 'Compare the selected hashes'],
  [['C'], 'Copy the selected hashes, or this one'],
  [['O'], 'Open the latest event in Sentry'],
  [['/'], 'Filter'],
  [['?'], 'Show this help'],
];
