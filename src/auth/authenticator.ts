import type { AccessConfig, JwtConfig } from '../config/access.ts';
import type { NetworkConfig } from '../config/network.ts';
import { createFetcher, type JsonFetcher } from '../network/dispatcher.ts';
import { type Authenticate, createAuthenticate } from './authenticate.ts';
import type { VerifyJwt } from './jwt.ts';

interface Authenticator {
  readonly authenticate: Authenticate;
  /** Accepts these keys and secrets from now on, instead of earlier ones. */
  replaceSecrets(secrets: Pick<AccessConfig, 'apiKeys' | 'routerSecrets'>): void;
  close(): Promise<void>;
}

/** Owns the connections that fetch the key set. */
export function createAuthenticator(
  { jwt, hosts, ...secrets }: AccessConfig,
  network: NetworkConfig,
): Authenticator {
  const keySet = createFetcher(network);
  const verifyJwt = jwt === null ? undefined : jwtVerifier(jwt, keySet.fetch);
  let authenticate = createAuthenticate({ ...secrets, hosts, verifyJwt });
  return {
    authenticate: (headers) => authenticate(headers),
    replaceSecrets({ apiKeys, routerSecrets }) {
      authenticate = createAuthenticate({ apiKeys, routerSecrets, hosts, verifyJwt });
    },
    close: () => keySet.close(),
  };
}

/** `jose` is loaded only if JWTs are accepted. */
function jwtVerifier(jwt: JwtConfig, fetch: JsonFetcher['fetch']): VerifyJwt {
  const loaded = import('./jwt.ts').then(({ createJwtVerifier }) => createJwtVerifier(jwt, fetch));
  return async (token) => (await loaded)(token);
}
