import type { Dialog } from '../address/address.ts';
import { closeDialog, openDialog } from '../address/use-address.ts';
import { CompareDialog } from '../compare/compare-dialog.tsx';
import type { RequestFailure } from '../relay/request.ts';
import { ConfirmDialog } from '../unmerge/confirm-dialog.tsx';
import type { Unmerge } from '../unmerge/use-unmerge.ts';
import type { HashRow } from './arrange.ts';
import type { EventDetails } from './event-details.ts';
import { setPicks } from './use-picks.ts';

interface Props {
  readonly dialog: Dialog | null;
  /** Global ID of the issue. */
  readonly issue: string;
  readonly selected: readonly HashRow[];
  /** Of them, those that the filter hides. */
  readonly hidden: number;
  /** The issue has no other hashes. */
  readonly isAll: boolean;
  readonly details: ReadonlyMap<string, EventDetails>;
  readonly failure: RequestFailure | null;
  readonly unmergeRefusal: string | null;
  readonly onShow: (rows: readonly HashRow[]) => void;
  readonly onShowSource: (rows: readonly HashRow[]) => void;
  readonly onRemove: (row: HashRow) => void;
  readonly onUnmerge: Unmerge['begin'];
}

/** Compares the selected hashes, or asks before they are unmerged. */
export function SelectionDialog({ dialog, selected, hidden, isAll, onUnmerge, ...props }: Props) {
  if (dialog === 'compare' || dialog === 'grouping') {
    return (
      <CompareDialog
        {...props}
        view={dialog}
        rows={selected}
        onClose={closeDialog}
        onUnmerge={() => openDialog('confirm')}
      />
    );
  }
  return dialog === 'confirm' && props.unmergeRefusal === null ? (
    <ConfirmDialog
      rows={selected}
      hidden={hidden}
      isAll={isAll}
      onClose={closeDialog}
      onConfirm={(all) => {
        closeDialog();
        setPicks([]);
        onUnmerge(selected, all);
      }}
    />
  ) : null;
}
