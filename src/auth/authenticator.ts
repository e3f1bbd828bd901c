import type { AccessConfig, JwtConfig } from '../config/access.ts';
import type { NetworkConfig } from '../config/network.ts';
import { createFetcher, type JsonFetcher } from '../network/dispatcher.ts';
import { type Authenticate, createAuthenticate } from './authenticate.ts';
import type { VerifyJwt } from './jwt.ts';

export interface Authenticator {
  readonly authenticate: Authenticate;
  close(): Promise<void>;
}

/** Owns the connections that fetch the key set. */
export function createAuthenticator(
  { apiKeys, routerSecrets, jwt, hosts }: AccessConfig,
  network: NetworkConfig,
): Authenticator {
  const keySet = createFetcher(network);
  return {
    authenticate: createAuthenticate({
      apiKeys,
      routerSecrets,
      hosts,
      verifyJwt: jwt === null ? undefined : jwtVerifier(jwt, keySet.fetch),
    }),
    close: () => keySet.close(),
  };
}

/** `jose` is loaded only if JWTs are accepted. */
function jwtVerifier(jwt: JwtConfig, fetch: JsonFetcher['fetch']): VerifyJwt {
  const loaded = import('./jwt.ts').then(({ createJwtVerifier }) => createJwtVerifier(jwt, fetch));
  return async (token) => (await loaded)(token);
}
