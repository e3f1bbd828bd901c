import type { TriageSettings } from '../../../src/http/pages/triage-settings.ts';

export function readSettings(): TriageSettings {
  const text = document.getElementById('settings')?.textContent || '{}';
  return {
    start: null,
    credentials: [],
    isReadOnly: false,
    ...(JSON.parse(text) as Partial<TriageSettings>),
  };
}
