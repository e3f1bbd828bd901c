import { KEY_PREFIX, type SharedStore } from './shared-store.ts';

/** A body with what must be known of it; neither can be read in Redis. */
export interface SharedEntry<Header> {
  /** Serialized as JSON. */
  readonly header: Header;
  readonly body: Buffer;
}

/** What one replica keeps for all. Only this project writes what the shared secret decrypts. */
export interface SharedEntries {
  read<Header>(key: string): Promise<SharedEntry<Header> | undefined>;
  /** @param keptMs - Maximum time in Redis. */
  write<Header>(key: string, entry: SharedEntry<Header>, keptMs: number): Promise<void>;
}

/** Larger ones stay in the memory of a replica: they would delay the commands of others. */
const MAX_BYTES = 1024 * 1024;

const LENGTH_BYTES = 4;

/** Changes with the format of entries, so that replicas of two versions can run side by side. */
const FORMAT = 1;

export function createSharedEntries({ secret, get, set }: SharedStore): SharedEntries {
  const nameOf = (key: string) => `${KEY_PREFIX}entry:${secret.hash(`${FORMAT}${key}`)}`;
  return {
    async read(key) {
      const name = nameOf(key);
      const encrypted = await get(name);
      const plain = encrypted && secret.decrypt(name, encrypted);
      if (plain === undefined) {
        return undefined;
      }
      const end = LENGTH_BYTES + plain.readUInt32BE();
      return {
        header: JSON.parse(plain.toString('utf8', LENGTH_BYTES, end)),
        body: plain.subarray(end),
      };
    },
    async write(key, { header, body }, keptMs) {
      const name = nameOf(key);
      const head = Buffer.from(JSON.stringify(header));
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32BE(head.length);
      const plain = Buffer.concat([length, head, body]);
      if (keptMs > 0 && plain.length <= MAX_BYTES) {
        await set(name, secret.encrypt(name, plain), Math.ceil(keptMs));
      }
    },
  };
}
