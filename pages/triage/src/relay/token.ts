const KEY = 'sentry-token';

/** The token of this tab, which the browser forgets with it; null where none was given. */
export function readToken(): string | null {
  return sessionStorage.getItem(KEY);
}

export function keepToken(token: string | null): void {
  if (token) {
    sessionStorage.setItem(KEY, token);
  } else {
    sessionStorage.removeItem(KEY);
  }
}
