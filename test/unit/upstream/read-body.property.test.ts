import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../../../src/upstream/parse-json.ts';
import { BODY_LIMITS, readBody } from '../../../src/upstream/read-body.ts';

/** Every list is cut into as many slices as possible. */
const ALWAYS_CUT = { ...BODY_LIMITS, minCountedBytes: 0, sliceBytes: 1 };

const read = (text: string) => readBody(Buffer.from(text), undefined, ALWAYS_CUT);

function parseWhole(text: string): unknown {
  try {
    return { value: parseJson(Buffer.from(text)) };
  } catch {
    return 'refused';
  }
}

async function parseCut(text: string): Promise<unknown> {
  try {
    return { value: await read(text) };
  } catch (error) {
    expect(error).toBeInstanceOf(SyntaxError);
    return 'refused';
  }
}

/** Characters that could mislead the search for cuts. */
const JSON_LETTERS = '[]{},:"\\ \n0a';

test('a list parsed in slices equals the list parsed at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.json({ maxDepth: 4 }),
      fc.constantFrom('', ' ', '\n\t '),
      async (text, space) => {
        const list = `${space}[${text}${space},${text},${space}${text}]${space}`;
        for (const each of [text, list]) {
          expect(await parseCut(each)).toEqual(parseWhole(each));
        }
      },
    ),
  );
});

test('text that is not JSON is refused in slices too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...JSON_LETTERS, '[0,', ',0]', '"a",', '{"a":0},'), {
        maxLength: 12,
      }),
      async (parts) => {
        const text = parts.join('');
        expect(await parseCut(text)).toEqual(parseWhole(text));
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  ['a list of more than 4 rows', '[0,0,0,0,0]', { maxRows: 4 }],
  ['more than 4 values', '[0,0,0,0,0]', { maxValues: 4 }],
  ['more than 4 values in one object', '[0,[0,0,0,0,0]]', { maxRowValues: 4 }],
  ['more than 4 values in one object', '[[[[[]]]]]', { maxRowValues: 4 }],
  ['more than 4 values in one object', '{"a":[0,0,0,0]}', { maxRowValues: 4 }],
  ['more than 8 bytes in one object', '["a","bcdefgh"]', { maxRowBytes: 8 }],
  ['more than 8 bytes in one object', '{"a":1234}', { maxRowBytes: 8 }],
  ['more than 8 bytes in one object', '"abcdefgh"', { maxRowBytes: 8 }],
])('%s are refused', async (what, text, limits) => {
  await expect(
    readBody(Buffer.from(text), undefined, { ...ALWAYS_CUT, ...limits }),
  ).rejects.toMatchObject({
    kind: 'badResponse',
    message: `Sentry returned ${what}, which is the limit.`,
  });
});

test('commas and brackets in strings do not count as values', async () => {
  const text = JSON.stringify(['[,{'.repeat(10), '\\",[{'.repeat(10)]);
  const parsed = await readBody(Buffer.from(text), undefined, { ...ALWAYS_CUT, maxValues: 4 });
  expect(parsed).toEqual(JSON.parse(text));
});

test('an aborted signal stops the parsing', async () => {
  const left = AbortSignal.abort(new Error('left'));
  await expect(readBody(Buffer.from('[0,0]'), left, ALWAYS_CUT)).rejects.toThrow('left');
});
