import { createContext } from 'react';

/** The user's Sentry token, if the gateway has none. */
export const TokenContext = createContext<{
  readonly token: string | null;
  readonly changeToken: (token: string | null) => void;
}>({ token: null, changeToken: () => {} });
