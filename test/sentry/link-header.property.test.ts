import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLinkHeader } from '../../src/sentry/link-header.ts';

const PREVIOUS =
  '<https://us.sentry.io/api/0/organizations/acme/issues/123/hashes/?&cursor=0:0:1>; rel="previous"; results="false"; cursor="0:0:1"';
const NEXT =
  '<https://us.sentry.io/api/0/organizations/acme/issues/123/hashes/?&cursor=0:100:0>; rel="next"; results="true"; cursor="0:100:0"';
const BOTH = {
  previous: { results: false, cursor: '0:0:1' },
  next: { results: true, cursor: '0:100:0' },
};

test("Sentry's header is read", () => {
  expect(parseLinkHeader(`${PREVIOUS}, ${NEXT}`)).toEqual(BOTH);
});

test('several headers, any order and no header at all are read', () => {
  expect(parseLinkHeader([NEXT, PREVIOUS])).toEqual(BOTH);
  expect(parseLinkHeader(undefined)).toEqual({});
  expect(parseLinkHeader('')).toEqual({});
});

test("GlitchTip's wrapped header is read, and a link without a cursor has none", () => {
  expect(
    parseLinkHeader(
      `{'<http://glitchtip/api/0/x/>; rel="previous"; results="false", <http://glitchtip/api/0/x/?cursor=cD1h%3D>; rel="next"; results="true"; cursor="cD1h="'}`,
    ),
  ).toEqual({
    previous: { results: false, cursor: null },
    next: { results: true, cursor: 'cD1h=' },
  });
});

const urlText = fc.stringMatching(/^[\w:/?&=%.,;"'{}~-]{0,60}$/);
const cursorText = fc.stringMatching(/^[\w:=%.,;<>~-]{1,40}$/);

test('commas and semicolons in URLs and cursors, and any order of parameters, change nothing', () => {
  fc.assert(
    fc.property(
      urlText,
      cursorText,
      fc.boolean(),
      fc.shuffledSubarray(['rel', 'results', 'cursor', 'title'], { minLength: 4 }),
      fc.constantFrom('', ' ', '\t'),
      (url, cursor, results, order, space) => {
        const values: Record<string, string> = {
          rel: 'next',
          results: String(results),
          cursor,
          title: 'a, <b>; rel=previous',
        };
        const parameters = order.map((name) => `;${space}${name}="${values[name]}"`).join(space);
        expect(parseLinkHeader(`${PREVIOUS},${space}<${url}>${parameters}`)).toEqual({
          previous: BOTH.previous,
          next: { results, cursor },
        });
      },
    ),
  );
});

test('no header makes it fail or hang', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 4_000 }), (header) => {
      expect(parseLinkHeader(header)).toBeTypeOf('object');
    }),
  );
  expect(parseLinkHeader(`<${'a'.repeat(50_000)}`)).toEqual({});
  expect(parseLinkHeader(`<a>${'; a="'.repeat(10_000)}`)).toEqual({});
});
