import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeGlobalId, encodeGlobalId } from '../../src/global-id.ts';

const name = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,60}$/);
const refusal = expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } });

test('decoding a global ID returns its type and parts', () => {
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 3 }), (type, parts) => {
      expect(decodeGlobalId(encodeGlobalId(type, ...parts))).toEqual({ type, parts });
    }),
  );
});

test('two different objects never share a global ID', () => {
  fc.assert(
    fc.property(fc.tuple(name, name, name), fc.tuple(name, name, name), (one, other) => {
      fc.pre(one.join('\n') !== other.join('\n'));
      expect(encodeGlobalId(...one)).not.toBe(encodeGlobalId(...other));
    }),
  );
});

test('any text that is not a global ID is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1_000 }), (text) => {
      expect(() => decodeGlobalId(text)).toThrow(refusal);
    }),
  );
});
