import { createRemoteJWKSet, customFetch, errors, type FetchImplementation, jwtVerify } from 'jose';
import type { JwtConfig } from '../config/access.ts';
import { AccessDenied } from './caller.ts';

/**
 * Signatures by key pairs alone: with a shared key (HS256) in the list, a public key could be passed
 * off as one (RFC 8725, section 2.1).
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

/** How far two clocks may differ, in seconds. */
const CLOCK_TOLERANCE_S = 30;

/** Longest wait for the key set, in milliseconds. */
const JWKS_TIMEOUT_MS = 5_000;

/**
 * Gives the subject of a JWT that is signed by the key set and meant for this gateway.
 * @throws AccessDenied
 */
export type VerifyJwt = (token: string) => Promise<string>;

/** Keys are fetched at the first token, kept for ten minutes, and again for a key not seen before. */
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
        throw new errors.JWTClaimValidationFailed('A subject names nobody', payload, 'sub');
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
    ? new AccessDenied('Who you are cannot be checked for now: the key set cannot be read.', {
        kind: 'unavailable',
        cause,
      })
    : new AccessDenied(`The token is not accepted: ${reason}.`, { cause });
}

/** What is wrong with a token; null where the fault lies with the key set. */
function reasonOf(error: unknown): string | null {
  if (error instanceof errors.JWTExpired) {
    return 'it has expired';
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `its claim \`${error.claim}\` does not fit`;
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return 'its signature does not fit';
  }
  if (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    return 'no one key of the key set signed it';
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return 'it is signed in a way that is not taken';
  }
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) {
    return 'it is no JWT';
  }
  return null;
}
