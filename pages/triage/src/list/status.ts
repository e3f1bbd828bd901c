import { plural } from '../plural.ts';

export interface ListProgress {
  /** Hashes that are loaded. */
  readonly loaded: number;
  /** Of them, those that the filter shows. */
  readonly matching: number;
  readonly isFiltered: boolean;
  /** The issue has more hashes. */
  readonly hasNext: boolean;
  /** More hashes are being loaded. */
  readonly isLoading: boolean;
  /** A request for the rest of the list failed. */
  readonly isStuck: boolean;
  /** Hashes whose stack trace has to be loaded before they can be filtered or grouped. */
  readonly undecided: number;
  /** All hashes that are shown will be selected as soon as the list is complete. */
  readonly isSelectionAwaited: boolean;
}

export function isComplete({
  hasNext,
  undecided,
}: Pick<ListProgress, 'hasNext' | 'undecided'>): boolean {
  return !hasNext && undecided === 0;
}

/** Every number that can still grow is followed by “so far”. */
export function describeProgress(progress: ListProgress): string {
  const { loaded, matching, isFiltered, hasNext, isLoading, isStuck, undecided } = progress;
  const hashes = plural(loaded, 'hash');
  return [
    ...(isFiltered ? [`${format(matching)} match${isComplete(progress) ? '' : ' so far'}`] : []),
    hasNext ? `${hashes} so far${isLoading ? ', loading …' : ''}` : hashes,
    ...(undecided > 0 ? [`${plural(undecided, 'stack trace')} to read${isStuck ? '' : ' …'}`] : []),
    ...(isStuck ? ['the rest could not be loaded'] : []),
    ...(progress.isSelectionAwaited ? ['selects when complete'] : []),
  ].join(' · ');
}

function format(count: number): string {
  return count.toLocaleString('en');
}
