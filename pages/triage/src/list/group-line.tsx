import type { ListItem } from './arrange.ts';
import type { LineProps } from './hash-line.tsx';

interface Props extends LineProps {
  readonly group: Extract<ListItem, { readonly kind: 'group' }>;
  readonly selected: number;
  readonly onToggle: () => void;
}

export function GroupLine({ group, selected, onToggle, ...line }: Props) {
  const { label, rows, isOpen } = group;
  return (
    <div
      role="row"
      id={line.id}
      className="line group"
      aria-rowindex={line.position}
      aria-level={1}
      aria-expanded={isOpen}
      aria-selected={selected === rows.length}
      data-active={line.isActive}
      style={{ height: line.height, transform: `translateY(${line.top}px)` }}
      onClick={line.onClick}
    >
      <span role="gridcell" tabIndex={-1} className="select">
        <input
          type="checkbox"
          tabIndex={-1}
          readOnly
          checked={selected === rows.length}
          ref={(box) => {
            if (box) {
              box.indeterminate = selected > 0 && selected < rows.length;
            }
          }}
          aria-label={`Select all ${rows.length} of ${label}`}
        />
      </span>
      <span role="gridcell" tabIndex={-1} className="label" aria-colspan={5}>
        <button
          type="button"
          tabIndex={-1}
          className="fold"
          aria-label={`${isOpen ? 'Close' : 'Open'} ${label}`}
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <svg viewBox="0 0 12 12" aria-hidden="true" data-open={isOpen}>
            <path d="M4 2l4 4-4 4" />
          </svg>
        </button>
        <strong title={label}>{label}</strong>
        <span className="count">{rows.length}</span>
      </span>
    </div>
  );
}
