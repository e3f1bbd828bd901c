import type { AccessConfig } from '../config/access.ts';
import { createFetcher, type Network } from '../network/dispatcher.ts';
import { type Admit, createAdmission } from './admission.ts';
import { createJwtVerifier } from './jwt.ts';

export interface Door {
  readonly admit: Admit;
  close(): Promise<void>;
}

/** The door of this gateway, with whatever it has to ask others for. */
export function createDoor(
  { apiKeys, routerSecrets, jwt, hosts }: AccessConfig,
  network: Network,
): Door {
  const keySet = createFetcher(network);
  return {
    admit: createAdmission({
      apiKeys,
      routerSecrets,
      hosts,
      verifyJwt: jwt === null ? undefined : createJwtVerifier(jwt, keySet.fetch),
    }),
    close: () => keySet.close(),
  };
}
