import { createContext } from 'react';

/** The caller's own token, where the gateway has none. */
export const TokenContext = createContext<{
  readonly token: string | null;
  readonly changeToken: (token: string | null) => void;
}>({ token: null, changeToken: () => {} });
