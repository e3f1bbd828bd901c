import { useSyncExternalStore } from 'react';
import { readSettings } from '../settings.ts';
import {
  type Address,
  DEFAULT_SEARCH,
  DEFAULT_VIEW,
  type Dialog,
  readAddress,
  type View,
  writeAddress,
} from './address.ts';

/** `push` adds an entry to the history of the browser; `replace` changes the current one. */
export type Navigation = 'push' | 'replace';

/** Browsers refuse or delay many changes of the URL in a short time, such as one for each key. */
const WRITE_DELAY_MS = 250;

const { start } = readSettings();
const HOME: Address = start
  ? { page: 'issue', target: start, view: DEFAULT_VIEW }
  : { page: 'start', start: { organization: '', search: DEFAULT_SEARCH, order: 'newest' } };

let address = readLocation();
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function useAddress(): Address {
  return useSyncExternalStore(subscribe, () => address);
}

export function navigate(next: Address, how: Navigation = 'push'): void {
  if (how === 'push') {
    writePending();
  }
  address = next;
  if (how === 'push') {
    history.pushState({ dialog: dialogOf(next) }, '', writeAddress(next));
  } else {
    clearTimeout(timer);
    timer = setTimeout(writePending, WRITE_DELAY_MS);
  }
  for (const listener of listeners) {
    listener();
  }
}

/** Changes how the issue in the URL is shown. */
export function changeView(part: Partial<View>, how: Navigation): void {
  if (address.page === 'issue') {
    navigate({ ...address, view: { ...address.view, ...part } }, how);
  }
}

/** Back closes an open dialog; a closed one is not opened again. */
export function openDialog(dialog: Dialog): void {
  const isOpen = address.page === 'issue' && address.view.dialog !== null;
  changeView({ dialog }, isOpen ? 'replace' : 'push');
}

export function closeDialog(): void {
  changeView({ dialog: null }, 'replace');
}

function writePending(): void {
  if (timer !== undefined) {
    clearTimeout(timer);
    timer = undefined;
    history.replaceState({ dialog: dialogOf(address) }, '', writeAddress(address));
  }
}

function readLocation(): Address {
  const { dialog = null } = (history.state ?? {}) as { readonly dialog?: Dialog | null };
  return readAddress(location.search, location.hash, dialog) ?? HOME;
}

function dialogOf(given: Address): Dialog | null {
  return given.page === 'issue' ? given.view.dialog : null;
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

addEventListener('pagehide', writePending);
addEventListener('popstate', () => {
  clearTimeout(timer);
  timer = undefined;
  address = readLocation();
  for (const listener of listeners) {
    listener();
  }
});
