import { useSyncExternalStore } from 'react';

const NARROW = matchMedia('(max-width: 960px)');

/** On narrow screens a hash is a card instead of a row; the style sheet has the same width. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => NARROW.matches);
}

function subscribe(onChange: () => void): () => void {
  NARROW.addEventListener('change', onChange);
  return () => NARROW.removeEventListener('change', onChange);
}
