import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Most tokens whose hash is kept; another is hashed again when it comes back. */
const MAX_TOKENS = 10_000;

export type HashToken = (token: string) => string;

/**
 * What stands for a token in keys: a hash with a secret of this process, from which the token cannot
 * be found out by trying.
 */
export function createHashToken(): HashToken {
  const secret = randomBytes(32);
  const hashes = new LRUCache<string, string>({ max: MAX_TOKENS });
  return (token) => {
    let hash = hashes.get(token);
    if (hash === undefined) {
      hash = createHmac('sha256', secret).update(token).digest('base64url');
      hashes.set(token, hash);
    }
    return hash;
  };
}
