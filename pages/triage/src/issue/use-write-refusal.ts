import { readSettings } from '../settings.ts';

/** Why nothing can be changed; null if it can, as far as the page knows. */
export function useWriteRefusal(_organization: string): string | null {
  return readSettings().isReadOnly
    ? 'This gateway is read-only: hashes can be compared, but not unmerged.'
    : null;
}
