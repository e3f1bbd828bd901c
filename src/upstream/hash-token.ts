import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Maximum total size of tokens whose hashes are cached, in characters. */
const MAX_CHARACTERS = 1_024 * 1_024;
/** Memory of list node and hash, besides the token. */
const OVERHEAD_CHARACTERS = 256;

export type HashToken = (token: string) => string;

/**
 * Keyed hash that identifies a token in cache keys. The token cannot be guessed from its hash without the key, which
 * exists only in this process, or in the replicas that share a cache.
 */
export function createHashToken(secret: Buffer = randomBytes(32)): HashToken {
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
