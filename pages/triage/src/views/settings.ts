import type { Target } from './target.ts';

/** From the gateway; must not contain secrets. */
export interface Settings {
  /** The issue to open first; null for none. */
  readonly start: Target | null;
  /** Each caller sends its own Sentry token. */
  readonly needsToken: boolean;
}

export function readSettings(): Settings {
  const text = document.getElementById('settings')?.textContent ?? '{}';
  return { start: null, needsToken: false, ...(JSON.parse(text) as Partial<Settings>) };
}
