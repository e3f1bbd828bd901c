import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLinkHeader } from '../../../src/sentry/link-header.ts';

const PREVIOUS =
  '<https://us.sentry.io/api/0/organizations/acme/issues/123/hashes/?&cursor=0:0:1>; rel="previous"; results="false"; cursor="0:0:1"';
const NEXT =
  '<https://us.sentry.io/api/0/organizations/acme/issues/123/hashes/?&cursor=0:100:0>; rel="next"; results="true"; cursor="0:100:0"';
const BOTH = {
  previous: { results: false, cursor: '0:0:1' },
  next: { results: true, cursor: '0:100:0' },
};

test("Sentry's header is parsed", () => {
  expect(parseLinkHeader(`${PREVIOUS}, ${NEXT}`)).toEqual(BOTH);
});

test('several headers, any order and no header at all are parsed', () => {
  expect(parseLinkHeader([NEXT, PREVIOUS])).toEqual(BOTH);
  expect(parseLinkHeader(undefined)).toEqual({});
  expect(parseLinkHeader('')).toEqual({});
});

test("GlitchTip's header with line breaks is parsed, and a link without a cursor has none", () => {
  expect(
    parseLinkHeader(
      `{'<http://glitchtip/api/0/x/>; rel="previous"; results="false", <http://glitchtip/api/0/x/?cursor=cD1h%3D>; rel="next"; results="true"; cursor="cD1h="'}`,
    ),
  ).toEqual({
    previous: { results: false, cursor: null },
    next: { results: true, cursor: 'cD1h=' },
  });
});

test('only the cursor of a URL is read, and only if the link says that there is a page', () => {
  const url = (cursor: string) => `https://evil.example/x/?limit=5&cursor=${cursor}`;
  expect(
    parseLinkHeader(
      `<${url('cD1i')}>; rel="previous"; results="false", <${url('cD1h%3D')}>; rel="next"; results="true"`,
    ),
  ).toEqual({
    previous: { results: false, cursor: null },
    next: { results: true, cursor: 'cD1h=' },
  });
});

test.each<[string, string]>([
  ['stray brackets', `>, < <a>; rel=next; results=true; cursor=c`],
  ['names in capitals', `<a>; REL="next"; Results="true"; CURSOR="c"`],
  ['unquoted values', `<a>;rel=next;results=true;cursor=c,<b>;rel=up`],
  ['a repeated parameter', `<a>; rel=next; rel=previous; results=true; cursor=c; cursor=d`],
  ['an escaped quote', `<a>; title="x\\", <b>; rel=previous"; rel=next; results=true; cursor="c"`],
  ['a parameter without a value', `<a>; x; rel=next; results=true; cursor=c`],
  ['a second link of the same name', `<a>; rel=next; results=true; cursor=c, <b>; rel=next`],
])('%s do not mislead the parser', (_what, header) => {
  expect(parseLinkHeader(header).next).toEqual({ results: true, cursor: 'c' });
});

test('a truncated header does not affect the next one', () => {
  expect(parseLinkHeader([`<a>; rel="pre`, NEXT])).toEqual({ next: BOTH.next });
});

const urlText = fc.stringMatching(/^[\w:/?&=%.,;"'{}~-]{0,60}$/);
const cursorText = fc.stringMatching(/^[\w:=%.,;<>~-]{1,40}$/);

test('commas and semicolons in URLs and cursors, and any order of parameters, are parsed', () => {
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

test('no header makes the parser throw or hang', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 4_000 }), (header) => {
      expect(parseLinkHeader(header)).toBeTypeOf('object');
    }),
  );
  expect(parseLinkHeader(`<${'a'.repeat(50_000)}`)).toEqual({});
  expect(parseLinkHeader(`<a>${'; a="'.repeat(10_000)}`)).toEqual({});
  expect(parseLinkHeader('<'.repeat(50_000) + '>'.repeat(50_000))).toEqual({});
  expect(parseLinkHeader(`<a>${'; a'.repeat(50_000)}`)).toEqual({});
});

test('a header written from links is parsed to the same links', () => {
  const link = fc.record({
    url: fc.stringMatching(/^[\w:/?&=%.,;"'{}~-]{0,40}$/),
    results: fc.boolean(),
    cursor: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }),
  });
  const quote = (text: string) => text.replace(/["\\]/g, '\\$&');
  fc.assert(
    fc.property(link, link, fc.boolean(), (previous, next, isWrapped) => {
      const text = [previous, next]
        .map(
          ({ url, results, cursor }, index) =>
            `<${url}>; rel="${index === 0 ? 'previous' : 'next'}"; results="${results}"; cursor="${quote(cursor)}"`,
        )
        .join(', ');
      expect(parseLinkHeader(isWrapped ? `{'${text}'}` : text)).toEqual({
        previous: { results: previous.results, cursor: previous.cursor },
        next: { results: next.results, cursor: next.cursor },
      });
    }),
  );
});
