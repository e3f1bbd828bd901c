import type { IncomingHttpHeaders } from 'node:http';
import type { AccessConfig } from '../config/access.ts';
import { readBearerToken } from './bearer-token.ts';
import { AccessDenied, type Caller } from './caller.ts';
import { isOwnHost } from './host.ts';
import type { VerifyJwt } from './jwt.ts';
import { findSecretName } from './known-secrets.ts';

/**
 * Says who sends a request, by its headers alone.
 * @throws AccessDenied
 */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Caller>;

export interface AdmissionOptions extends Pick<AccessConfig, 'apiKeys' | 'routerSecrets'> {
  /** Absent where JWTs sign nobody in. */
  readonly verifyJwt?: VerifyJwt | undefined;
  /**
   * The names that operations may be sent to where nobody signs in, besides this machine's own; null
   * for any name.
   */
  readonly hosts: ReadonlySet<string> | null;
}

/** The door: the router's secret first, where one is set, then the caller's own key or token. */
export function createAuthenticate({
  apiKeys,
  routerSecrets,
  verifyJwt,
  hosts,
}: AdmissionOptions): Authenticate {
  const hasSignIn = apiKeys.length > 0 || verifyJwt !== undefined;
  const signIn = hasSignIn ? createSignIn(apiKeys, verifyJwt) : anybody;
  const isOpen = !hasSignIn && routerSecrets.length === 0;
  return async (headers) => {
    if (routerSecrets.length > 0) {
      requireRouter(headers, routerSecrets);
    }
    if (isOpen && hosts !== null && !isOwnHost(headers.host, hosts)) {
      throw new AccessDenied(
        'Nobody signs in here, so operations are taken only as sent to this machine by address or as localhost: GATEWAY_HOSTS names others.',
        { kind: 'misdirected' },
      );
    }
    return signIn(headers);
  };
}

const anybody: Authenticate = async ({ authorization }) => ({
  name: null,
  token: readBearerToken(authorization),
});

/**
 * A key in `X-Api-Key` leaves `Authorization` to Sentry's token. A key or JWT in `Authorization` is
 * the caller's sign-in, and goes no further.
 */
function createSignIn(apiKeys: AdmissionOptions['apiKeys'], verifyJwt?: VerifyJwt): Authenticate {
  return async (headers) => {
    const token = readBearerToken(headers.authorization);
    const key = headers['x-api-key'];
    if (key !== undefined) {
      const name = findSecretName(apiKeys, key.toString());
      if (name === undefined) {
        throw new AccessDenied('The key is not known here.');
      }
      return { name: `key ${name}`, token };
    }
    if (token === null) {
      throw new AccessDenied(howToSignIn(apiKeys.length > 0, verifyJwt !== undefined));
    }
    const name = findSecretName(apiKeys, token);
    if (name !== undefined) {
      return { name: `key ${name}`, token: null };
    }
    if (!verifyJwt) {
      throw new AccessDenied('The key is not known here.');
    }
    return { name: `jwt ${await verifyJwt(token)}`, token: null };
  };
}

function howToSignIn(byKey: boolean, byJwt: boolean): string {
  const ways = [
    ...(byKey ? ['`X-Api-Key: <key>`', '`Authorization: Bearer <key>`'] : []),
    ...(byJwt ? ['`Authorization: Bearer <JWT>`'] : []),
  ];
  return `Sign in first: send ${ways.join(' or ')}.`;
}

/** A federation router's own secret: `_entities` answers whatever it is asked, so only it may ask. */
function requireRouter(headers: IncomingHttpHeaders, secrets: AccessConfig['routerSecrets']): void {
  const given = headers['x-router-authorization']?.toString() ?? '';
  const secret = readBearerToken(given) ?? given;
  if (findSecretName(secrets, secret) === undefined) {
    throw new AccessDenied(
      'This subgraph answers its router alone, which sends `X-Router-Authorization`.',
    );
  }
}
