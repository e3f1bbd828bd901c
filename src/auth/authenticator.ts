import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { AccessConfig, JwtConfig } from '../config/access.ts';
import type { NetworkConfig } from '../config/network.ts';
import { type NamedSecret, sha256 } from '../config/secret.ts';
import { createFetcher, type JsonFetcher } from '../network/dispatcher.ts';
import { AccessDenied, type Caller, readBearerToken } from './caller.ts';
import { isOwnHost } from './host.ts';
import type { VerifyJwt } from './jwt.ts';

/**
 * Identifies the caller of a request by its headers.
 * @throws AccessDenied
 */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Caller>;

interface AuthenticationOptions extends Omit<AccessConfig, 'jwt'> {
  /** Undefined if JWTs are not accepted. */
  readonly verifyJwt: VerifyJwt | undefined;
}

/** Checks the router's secret, if one is set, and then the caller's key or token. */
function createAuthenticate({
  apiKeys,
  routerSecrets,
  verifyJwt,
  hosts,
}: AuthenticationOptions): Authenticate {
  const identifiesCallers = apiKeys.length > 0 || verifyJwt !== undefined;
  const identify = identifiesCallers ? identifyCallers(apiKeys, verifyJwt) : acceptAnybody;
  const isOpen = !identifiesCallers && routerSecrets.length === 0;
  return async (headers) => {
    if (routerSecrets.length > 0) {
      requireRouter(headers, routerSecrets);
    }
    if (isOpen && hosts !== null && !isOwnHost(headers.host, hosts)) {
      throw new AccessDenied(
        'Callers do not authenticate here, so the Host header must be an IP address or localhost; GATEWAY_HOSTS allows other names.',
        { kind: 'misdirected' },
      );
    }
    return identify(headers);
  };
}

const acceptAnybody: Authenticate = async ({ authorization }) => ({
  name: null,
  token: readBearerToken(authorization),
});

/**
 * With a key in `X-Api-Key`, `Authorization` can carry a Sentry token. A key or JWT in
 * `Authorization` is never forwarded.
 */
function identifyCallers(
  apiKeys: AccessConfig['apiKeys'],
  verifyJwt: VerifyJwt | undefined,
): Authenticate {
  return async (headers) => {
    const token = readBearerToken(headers.authorization);
    const key = headers['x-api-key'];
    if (key !== undefined) {
      const name = findSecretName(apiKeys, key.toString());
      if (name === undefined) {
        throw new AccessDenied('The API key is unknown.');
      }
      return { name: `key ${name}`, token };
    }
    if (token === null) {
      throw new AccessDenied(howToAuthenticate(apiKeys.length > 0, verifyJwt !== undefined));
    }
    const name = findSecretName(apiKeys, token);
    if (name !== undefined) {
      return { name: `key ${name}`, token: null };
    }
    if (!verifyJwt) {
      throw new AccessDenied('The API key is unknown.');
    }
    return { name: `jwt ${await verifyJwt(token)}`, token: null };
  };
}

function howToAuthenticate(byKey: boolean, byJwt: boolean): string {
  const ways = [
    ...(byKey ? ['`X-Api-Key: <key>`', '`Authorization: Bearer <key>`'] : []),
    ...(byJwt ? ['`Authorization: Bearer <JWT>`'] : []),
  ];
  return `Authentication is required: send ${ways.join(' or ')}.`;
}

/** `_entities` returns any object by its key, so only the router may send operations. */
function requireRouter(headers: IncomingHttpHeaders, secrets: AccessConfig['routerSecrets']): void {
  const given = headers['x-router-authorization']?.toString() ?? '';
  const secret = readBearerToken(given) ?? given;
  if (findSecretName(secrets, secret) === undefined) {
    throw new AccessDenied(
      'This subgraph accepts operations only from its router, which sends `X-Router-Authorization`.',
    );
  }
}

/**
 * The name of a known secret. Compares with all of them, each in constant time, so that the duration
 * reveals nothing about a guess.
 */
function findSecretName(known: readonly NamedSecret[], text: string): string | undefined {
  const given = sha256(text);
  let found: string | undefined;
  for (const secret of known) {
    if (timingSafeEqual(secret.sha256, given)) {
      found = secret.name;
    }
  }
  return found;
}

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
