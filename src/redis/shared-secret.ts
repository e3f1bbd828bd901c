import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What is derived from the secret that all replicas share. */
export interface SharedSecret {
  /** A key for one purpose. */
  derive(purpose: string): Buffer;
  /** Keyed hash that stands for a token, a slug or a document in the name of a Redis key. */
  hash(text: string): string;
  /** @param name - Redis key of the value: at another key it cannot be decrypted. */
  encrypt(name: string, plain: Buffer): Buffer;
  /** Undefined if the value was not encrypted with this secret for this key. */
  decrypt(name: string, encrypted: Buffer): Buffer | undefined;
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

export function createSharedSecret(secret: string): SharedSecret {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `sentry-graphql ${purpose}`, KEY_BYTES));
  const hashKey = derive('names');
  const valueKey = derive('values');
  // One key for each name: random IVs of AES-GCM are safe for 2^32 values of one key.
  const keyFor = (name: string) => createHmac('sha256', valueKey).update(name).digest();
  return {
    derive,
    hash: (text) => createHmac('sha256', hashKey).update(text).digest('base64url'),
    encrypt(name, plain) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, keyFor(name), iv);
      const body = cipher.update(plain);
      cipher.final();
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    decrypt(name, encrypted) {
      const body = encrypted.subarray(IV_BYTES + TAG_BYTES);
      try {
        const decipher = createDecipheriv(
          ALGORITHM,
          keyFor(name),
          encrypted.subarray(0, IV_BYTES),
          { authTagLength: TAG_BYTES },
        ).setAuthTag(encrypted.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        const plain = decipher.update(body);
        decipher.final();
        return plain;
      } catch {
        return undefined;
      }
    },
  };
}
