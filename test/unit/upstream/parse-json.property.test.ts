import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringifyJson } from '../../../src/sentry/json-text.ts';
import { parseJson as parseBytes } from '../../../src/upstream/parse-json.ts';

const parseJson = (text: string) => parseBytes(Buffer.from(text));

/** A JSON text, and the text that must result from parsing and serializing it. */
interface Written {
  readonly sent: string;
  readonly expected: string;
}

const same = (text: string): Written => ({ sent: text, expected: text });
const digits = (minLength: number, maxLength: number) =>
  fc
    .string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength })
    .map((text) => text.replace(/^0+(?=.)/, '') || '0');
const sign = fc.constantFrom('', '-');

const integer = fc
  .tuple(sign, fc.oneof(digits(1, 15), digits(16, 17), digits(18, 400)))
  .map(([minus, text]): Written => same(text === '0' ? text : minus + text));
const decimal = fc
  .tuple(sign, digits(1, 20), digits(1, 20))
  .map(([minus, whole, rest]) => `${minus}${whole}.${rest}`)
  .map((sent): Written => ({ sent, expected: JSON.stringify(Number(sent)) }));
const overflow = fc
  .tuple(sign, fc.constantFrom('1', '9.5', '17976931348623159'), fc.constantFrom('e', 'E', 'e+'))
  .map(
    ([minus, mantissa, e]): Written => ({ sent: `${minus}${mantissa}${e}309`, expected: 'null' }),
  );
const underflow = sign.map((minus): Written => ({ sent: `${minus}2e-400`, expected: '0' }));
const python = fc
  .constantFrom('NaN', 'Infinity', '-Infinity')
  .map((sent): Written => ({ sent, expected: 'null' }));

/** Strings with text that looks like values, with quotes and backslashes. */
const text = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        '\\',
        '"',
        ': 12345678901234567890,',
        '[NaN]',
        ',1e400',
        ' -Infinity ',
        '\u2028',
      ),
    ),
  )
  .map((parts): Written => same(JSON.stringify(parts.join(''))));

const space = fc.constantFrom('', ' ', '\n\t');
const { document } = fc.letrec<{ document: Written }>((tie) => ({
  document: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(integer, decimal, overflow, underflow, python, text),
    fc.tuple(fc.array(tie('document')), space).map(([items, gap]) => ({
      sent: `[${items.map(({ sent }) => gap + sent + gap).join(',')}]`,
      expected: `[${items.map(({ expected }) => expected).join(',')}]`,
    })),
    fc
      .tuple(
        fc.uniqueArray(fc.tuple(fc.constantFrom('a', '__proto__', 'n"', ':1'), tie('document')), {
          selector: ([key]) => key,
        }),
        space,
      )
      .map(([pairs, gap]) => ({
        sent: `{${pairs.map(([key, { sent }]) => `${JSON.stringify(key)}:${gap}${sent}`).join(`${gap},`)}}`,
        expected: `{${pairs.map(([key, { expected }]) => `${JSON.stringify(key)}:${expected}`).join(',')}}`,
      })),
  ),
}));

test('every integer keeps its digits, and everything that a double can represent is unchanged', () => {
  fc.assert(
    fc.property(document, fc.boolean(), ({ sent, expected }, hasMark) => {
      expect(stringifyJson(parseJson(`${hasMark ? '\ufeff' : ''}${sent}`))).toBe(expected);
    }),
  );
});

test('a long number keeps its digits wherever it begins, also behind other digits', () => {
  for (let before = 0; before < 32; before += 1) {
    for (let between = 0; between < 32; between += 1) {
      const sent = `["${'x'.repeat(before)}1${'x'.repeat(between)}",9007199254740993]`;
      expect(stringifyJson(parseJson(sent))).toBe(sent);
    }
  }
});

test('everything else that JSON.parse refuses is refused', () => {
  for (const wrong of [
    '',
    '\ufeff',
    '[012345678901234567890]',
    '[1e400.5]',
    '[12345678901234567890x]',
    '[NaNs]',
    '[+Infinity]',
    '[1e400',
    '{"a":12345678901234567890,}',
    '["\\" 12345678901234567890]',
    '\ufeff\ufeff[]',
  ]) {
    expect(() => parseJson(wrong), wrong).toThrow(SyntaxError);
  }
});

test('a deeply nested body and a long string of escapes are parsed', () => {
  const deep = `${'['.repeat(200_000)}12345678901234567890${']'.repeat(200_000)}`;
  expect(Array.isArray(parseJson(deep))).toBe(true);
  const long = '\\"'.repeat(2_000_000);
  const [kept] = parseJson(`["${long}",12345678901234567890]`) as readonly string[];
  expect(kept).toHaveLength(2_000_000);
});
