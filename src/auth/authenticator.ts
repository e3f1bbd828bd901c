import type { AccessConfig, JwtConfig } from '../config/access.ts';
import { createFetcher, type JsonFetcher, type Network } from '../network/dispatcher.ts';
import { type Authenticate, createAuthenticate } from './authenticate.ts';
import type { VerifyJwt } from './jwt.ts';

export interface Authenticator {
  readonly admit: Authenticate;
  close(): Promise<void>;
}

/** The door of this gateway, with whatever it has to ask others for. */
export function createAuthenticator(
  { apiKeys, routerSecrets, jwt, hosts }: AccessConfig,
  network: Network,
): Authenticator {
  const keySet = createFetcher(network);
  return {
    admit: createAuthenticate({
      apiKeys,
      routerSecrets,
      hosts,
      verifyJwt: jwt === null ? undefined : jwtVerifier(jwt, keySet.fetch),
    }),
    close: () => keySet.close(),
  };
}

/** `jose` is loaded only where JWTs sign callers in. */
function jwtVerifier(jwt: JwtConfig, fetch: JsonFetcher['fetch']): VerifyJwt {
  const loaded = import('./jwt.ts').then(({ createJwtVerifier }) => createJwtVerifier(jwt, fetch));
  return async (token) => (await loaded)(token);
}
