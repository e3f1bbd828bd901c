import { createContext } from 'react';
import type { Credentials } from './credentials.ts';

export const CredentialsContext = createContext<{
  readonly credentials: Credentials;
  readonly changeCredentials: (next: Credentials) => void;
}>({ credentials: {}, changeCredentials: () => {} });
