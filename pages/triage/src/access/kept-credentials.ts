import type { Credentials } from './credentials.ts';

const KEY = 'credentials';

/** `sessionStorage` ends with the tab. */
export function readCredentials(): Credentials {
  return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Credentials;
}

export function keepCredentials(credentials: Credentials): void {
  if (Object.keys(credentials).length === 0) {
    sessionStorage.removeItem(KEY);
  } else {
    sessionStorage.setItem(KEY, JSON.stringify(credentials));
  }
}
