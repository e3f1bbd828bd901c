import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Most characters of tokens whose hash is kept; another is hashed again when it comes back. */
const MAX_CHARACTERS = 1_024 * 1_024;
/** List node and hash, besides the token. */
const OVERHEAD_CHARACTERS = 256;

export type HashToken = (token: string) => string;

/**
 * What stands for a token in keys: a hash with a secret of this process, from which the token cannot
 * be found out by trying.
 */
export function createHashToken(): HashToken {
  const secret = randomBytes(32);
  const hashes = new LRUCache<string, string>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_hash, token) => token.length + OVERHEAD_CHARACTERS,
  });
  return (token) => {
    let hash = hashes.get(token);
    if (hash === undefined) {
      hash = createHmac('sha256', secret).update(token).digest('base64url');
      hashes.set(token, hash);
    }
    return hash;
  };
}
