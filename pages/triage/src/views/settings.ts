import type { Target } from './target.ts';

/** What the gateway tells the page; anybody may read it. */
export interface Settings {
  /** The issue to open with; null where there is none to show. */
  readonly start: Target | null;
  /** Whether each caller brings a Sentry token of their own. */
  readonly takesToken: boolean;
}

export function readSettings(): Settings {
  const text = document.getElementById('settings')?.textContent ?? '{}';
  return { start: null, takesToken: false, ...(JSON.parse(text) as Partial<Settings>) };
}
