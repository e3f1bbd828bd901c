import { useCallback, useEffect, useState } from 'react';
import { plural } from '../plural.ts';
import type { HashRow } from './arrange.ts';

const SHOWN_MS = 10_000;

/** Copies hashes, one a line, and a message about it. */
export function useCopy() {
  const [message, setMessage] = useState('');
  useEffect(() => {
    const timer = message === '' ? undefined : setTimeout(() => setMessage(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [message]);
  const copy = useCallback(async (rows: readonly HashRow[]) => {
    const [first] = rows;
    const what = rows.length === 1 ? first?.hash : plural(rows.length, 'hash');
    try {
      // Absent on pages that are served by HTTP from another machine than this one.
      await navigator.clipboard.writeText(rows.map(({ hash }) => hash).join('\n'));
      setMessage(`Copied ${what}.`);
    } catch {
      setMessage(`The browser does not let this page copy ${what}.`);
    }
  }, []);
  return { copy, message };
}
