import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endpoints } from '../../../src/sentry/endpoints.ts';
import { toSafeParams } from '../../../src/sentry/path.ts';
import { requestKey } from '../../../src/upstream/request-key.ts';

/** Few texts, some with separators of keys, so that requests differ only slightly. */
const text = fc.constantFrom(
  '',
  'x',
  'a',
  'b',
  'a,b',
  'x&sort=date',
  '"',
  '","',
  '["a"]',
  'x/y',
  '1',
);
const name = fc.constantFrom('a', 'b', 'a.b', '1');
const value = fc.oneof(text, fc.integer({ min: 0, max: 2 }), fc.array(text, { maxLength: 2 }));
const query = fc.dictionary(fc.constantFrom('query', 'sort', 'id', 'full'), value, { maxKeys: 2 });

const request = fc.record({
  endpoint: fc.constantFrom(...Object.values(endpoints)),
  names: fc.record({
    organization: name,
    issue: name,
    project: name,
    event: name,
    version: name,
    key: name,
  }),
  query,
  ids: fc.option(fc.array(text, { maxLength: 2 }), { nil: undefined }),
  events: fc.constantFrom('full', 'light', undefined),
});
type Drawn = typeof request extends fc.Arbitrary<infer T> ? T : never;

const keyOf = ({ endpoint, names, ...rest }: Drawn, scope = 's') =>
  requestKey(scope, { ...rest, endpoint, params: toSafeParams(endpoint, names) });

/** The content of a request, without parameters that its path lacks. */
const meaningOf = ({ endpoint, names, query, ids, events }: Drawn) => ({
  name: endpoint.name,
  organization: names.organization,
  params: Object.fromEntries(
    Object.entries(names).filter(([param]) => (endpoint.params as string[]).includes(param)),
  ),
  query: { ...query },
  ids,
  events,
});

test('two requests have the same key if and only if they are equal', () => {
  fc.assert(
    fc.property(request, request, (one, other) => {
      const isSame = isDeepStrictEqual(meaningOf(one), meaningOf(other));
      expect(keyOf(one) === keyOf(other)).toBe(isSame);
    }),
    { numRuns: 5_000 },
  );
});

test('requests that differ in one part have different keys', () => {
  fc.assert(
    fc.property(request, request, fc.nat({ max: 4 }), (one, other, part) => {
      const keys = ['endpoint', 'names', 'query', 'ids', 'events'] as const;
      const changed = { ...one, [keys[part] ?? 'query']: other[keys[part] ?? 'query'] } as Drawn;
      const isSame = isDeepStrictEqual(meaningOf(one), meaningOf(changed));
      expect(keyOf(one) === keyOf(changed)).toBe(isSame);
    }),
    { numRuns: 5_000 },
  );
});

test('the order of query parameters and undefined ones do not matter; the scope does', () => {
  fc.assert(
    fc.property(request, (one) => {
      const reversed = Object.fromEntries(Object.entries(one.query).reverse());
      expect(keyOf({ ...one, query: { cursor: undefined, ...reversed } } as unknown as Drawn)).toBe(
        keyOf(one),
      );
      expect(keyOf(one, 'another')).not.toBe(keyOf(one));
    }),
  );
});
