import { createRemoteJWKSet, customFetch, errors, type FetchImplementation, jwtVerify } from 'jose';
import type { JwtConfig } from '../config/access.ts';
import { AccessDenied } from './caller.ts';

/**
 * No algorithm with a shared secret (HS256): an attacker could sign with the public key as that secret
 * (RFC 8725, section 2.1).
 */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

const CLOCK_TOLERANCE_S = 30;

const JWKS_TIMEOUT_MS = 5_000;

/**
 * Returns the subject of a JWT that a key of the key set signed, for this issuer and audience.
 * @throws AccessDenied
 */
export type VerifyJwt = (token: string) => Promise<string>;

/** The key set is fetched for the first token, cached for ten minutes, and fetched again for an unknown key. */
export function createJwtVerifier(
  { jwksUrl, issuer, audience }: JwtConfig,
  fetch: FetchImplementation,
): VerifyJwt {
  const keys = createRemoteJWKSet(new URL(jwksUrl), {
    timeoutDuration: JWKS_TIMEOUT_MS,
    [customFetch]: fetch,
  });
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ['exp', 'sub'],
      });
      if (typeof payload.sub !== 'string' || payload.sub.trim() === '') {
        throw new errors.JWTClaimValidationFailed('The subject is empty', payload, 'sub');
      }
      return payload.sub;
    } catch (error) {
      throw toDenied(error);
    }
  };
}

function toDenied(cause: unknown): AccessDenied {
  const reason = reasonOf(cause);
  return reason === null
    ? new AccessDenied(
        'The JWT cannot be verified now, because the key set is not available. Try again later.',
        {
          kind: 'unavailable',
          cause,
        },
      )
    : new AccessDenied(`The JWT is not accepted: ${reason}.`, { cause });
}

/** Null if not the JWT but the key set is at fault. */
function reasonOf(error: unknown): string | null {
  if (error instanceof errors.JWTExpired) {
    return 'it has expired';
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `its claim \`${error.claim}\` is missing or wrong`;
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return 'its signature is wrong';
  }
  if (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    return 'the key set does not have exactly one key for it';
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return 'its signature algorithm is not allowed';
  }
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) {
    return 'it is not a JWT';
  }
  return null;
}
