import { timingSafeEqual } from 'node:crypto';
import { type NamedSecret, sha256 } from '../config/secret.ts';

/**
 * The name of a known secret. Compares with all of them, each in constant time, so that the duration
 * reveals nothing about a guess.
 */
export function findSecretName(known: readonly NamedSecret[], text: string): string | undefined {
  const given = sha256(text);
  let found: string | undefined;
  for (const secret of known) {
    if (timingSafeEqual(secret.sha256, given)) {
      found = secret.name;
    }
  }
  return found;
}
