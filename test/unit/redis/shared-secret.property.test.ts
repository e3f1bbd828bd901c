import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSharedSecret } from '../../../src/redis/shared-secret.ts';

const secret = createSharedSecret('a secret of at least 32 characters');
const other = createSharedSecret('another secret with 32 characters!');
const bytes = fc.uint8Array({ maxLength: 200 }).map((values) => Buffer.from(values));

test('a value is decrypted with the same secret and for the same key alone', () => {
  fc.assert(
    fc.property(bytes, fc.string(), fc.string(), (plain, name, otherName) => {
      const encrypted = secret.encrypt(name, plain);
      expect(secret.decrypt(name, encrypted)?.equals(plain)).toBe(true);
      expect(
        createSharedSecret('a secret of at least 32 characters').decrypt(name, encrypted),
      ).toEqual(plain);
      expect(other.decrypt(name, encrypted)).toBeUndefined();
      fc.pre(name !== otherName);
      expect(secret.decrypt(otherName, encrypted)).toBeUndefined();
    }),
  );
});

test('a value that was changed or cut is not decrypted', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.nat(254), (plain, at, change) => {
      const encrypted = secret.encrypt('name', plain);
      const changed = Buffer.from(encrypted);
      const index = at % changed.length;
      changed[index] = (changed[index] ?? 0) ^ (change + 1);
      expect(secret.decrypt('name', changed)).toBeUndefined();
      expect(secret.decrypt('name', encrypted.subarray(0, index))).toBeUndefined();
    }),
  );
});
