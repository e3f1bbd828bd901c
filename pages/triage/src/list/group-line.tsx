import type { ListItem } from './arrange.ts';
import type { LineProps } from './hash-line.tsx';

interface Props extends LineProps {
  readonly group: Extract<ListItem, { readonly kind: 'group' }>;
  readonly selected: number;
  /** The count can still grow. */
  readonly isPartial: boolean;
  /** It will be selected as soon as the list is complete. */
  readonly isAwaited: boolean;
  readonly onToggle: () => void;
}

export function GroupLine({ group, selected, isPartial, isAwaited, onToggle, ...line }: Props) {
  const { label, rows, isOpen } = group;
  const isSelected = !isPartial && selected === rows.length;
  const count = `${rows.length.toLocaleString('en')}${isPartial ? ' so far' : ''}`;
  return (
    <div
      role="row"
      id={line.id}
      className="line group"
      aria-rowindex={line.position}
      aria-level={1}
      aria-expanded={isOpen}
      aria-selected={isSelected}
      aria-busy={isAwaited}
      data-active={line.isActive}
      style={{ height: line.height, transform: `translateY(${line.top}px)` }}
      onClick={line.onClick}
    >
      <span role="gridcell" tabIndex={-1} className="select">
        <input
          type="checkbox"
          tabIndex={-1}
          readOnly
          checked={isSelected}
          ref={(box) => {
            if (box) {
              box.indeterminate = isAwaited || (selected > 0 && !isSelected);
            }
          }}
          aria-label={
            isPartial
              ? `Select all of ${label} when the list is complete`
              : `Select all ${rows.length} of ${label}`
          }
        />
      </span>
      <span role="gridcell" tabIndex={-1} className="label" aria-colspan={6}>
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
        <strong dir="auto" title={label}>
          {label}
        </strong>
        <span className="count">{count}</span>
      </span>
    </div>
  );
}
