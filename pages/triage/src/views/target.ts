import { useCallback, useSyncExternalStore } from 'react';
import { readSettings } from './settings.ts';

/** The issue that is looked at, as the address bar names it. */
export interface Target {
  readonly organization: string;
  /** Numeric or short ID. */
  readonly issue: string;
}

/** The issue in the address, and a function that goes to another one, or to the start. */
export function useTarget(): readonly [Target | null, (target: Target | null) => void] {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const parameters = new URLSearchParams(search);
  const organization = parameters.get('organization')?.trim();
  const issue = parameters.get('issue')?.trim();
  const open = useCallback((target: Target | null) => {
    // `?choose` tells the start from an address that names nothing, which opens the first issue.
    const next = target
      ? `?${new URLSearchParams({ organization: target.organization, issue: target.issue })}`
      : '?choose';
    history.pushState(null, '', `${location.pathname}${next}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, []);
  const named = organization && issue ? { organization, issue } : null;
  return [named ?? (search === '' ? START : null), open];
}

const { start: START } = readSettings();

function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange);
  return () => removeEventListener('popstate', onChange);
}
