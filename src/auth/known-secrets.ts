import { timingSafeEqual } from 'node:crypto';
import { type NamedSecret, sha256 } from '../config/secret.ts';

/**
 * The name of a secret that is known, or undefined. All are compared, each in constant time, so that
 * neither the answer's delay nor its order tells how near a guess came.
 */
export function findSecretName(known: readonly NamedSecret[], text: string): string | undefined {
  const shown = sha256(text);
  let found: string | undefined;
  for (const secret of known) {
    if (timingSafeEqual(secret.sha256, shown)) {
      found = secret.name;
    }
  }
  return found;
}
