import { useCallback, useSyncExternalStore } from 'react';
import { readSettings } from './settings.ts';

/** The issue in the page's URL. */
export interface Target {
  readonly organization: string;
  /** Numeric or short ID. */
  readonly issue: string;
}

/** The issue in the URL, and a function that navigates to another one, or to the start. */
export function useTarget(): readonly [Target | null, (target: Target | null) => void] {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const parameters = new URLSearchParams(search);
  const organization = parameters.get('organization')?.trim();
  const issue = parameters.get('issue')?.trim();
  const open = useCallback((target: Target | null) => {
    // Without any parameter, the first issue opens; `?choose` is the start view.
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
