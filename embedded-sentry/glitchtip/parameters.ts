import { Refusal } from '../answer.ts';

/* Query and path parameters as parsed by pydantic; a refused one is a 422. */

/** The place of a value, such as `['query', 'filters', 'project', 0]`. */
type Location = readonly (string | number)[];

export function invalid(loc: Location, type: string, msg: string, ctx?: object): never {
  throw new Refusal(422, { detail: [{ type, loc, msg, ...(ctx ? { ctx } : {}) }] });
}

export function readInteger(text: string, loc: Location): number {
  return /^\s*[+-]?\d+\s*$/.test(text)
    ? Number(text)
    : invalid(
        loc,
        'int_parsing',
        'Input should be a valid integer, unable to parse string as an integer',
      );
}

/** A parameter that can be repeated. */
export function readIntegers(query: URLSearchParams, name: string, prefix: Location) {
  return query
    .getAll(name)
    .map((text, index) => String(readInteger(text, [...prefix, name, index])));
}

/** 32 hexadecimal digits, with or without hyphens. */
export function readUuid(text: string, loc: Location): string {
  const digits = text.replaceAll('-', '');
  const place = [...text].findIndex((letter) => !/[0-9a-f-]/i.test(letter));
  const error =
    place >= 0
      ? `invalid character: found \`${text[place]}\` at ${place}`
      : `invalid length: expected length 32 for simple format, found ${digits.length}`;
  return place < 0 && digits.length === 32
    ? digits.toLowerCase()
    : invalid(loc, 'uuid_parsing', `Input should be a valid UUID, ${error}`, { error });
}

export function readChoice<T extends string>(
  text: string,
  choices: readonly T[],
  loc: Location,
  type: 'literal_error' | 'enum' = 'literal_error',
): T {
  const choice = choices.find((known) => known === text);
  const expected = choices
    .map((known) => `'${known}'`)
    .join(', ')
    .replace(/, ([^,]+)$/, ' or $1');
  return choice ?? invalid(loc, type, `Input should be ${expected}`, { expected });
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * A time, or `now` minus minutes, hours or days. Without a time zone, that of the server is used, UTC here;
 * fractions of a second are cut off.
 */
export function readTime(text: string, loc: Location): number {
  const [, count = '0', unit = 'm'] = /^now(?:\s*-\s*(\d+)\s*([mhd])\s*)?$/.exec(text) ?? [];
  if (text.startsWith('now')) {
    return Date.now() - Number(count) * (UNIT_MS[unit] ?? 0);
  }
  const timeMs = Date.parse(/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${toIso(text)}Z`);
  return Number.isNaN(timeMs)
    ? invalid(
        loc,
        'datetime_from_date_parsing',
        'Input should be a valid datetime or date, invalid character in year',
        { error: 'invalid character in year' },
      )
    : Math.floor(timeMs / 1_000) * 1_000;
}

function toIso(text: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00` : text.replace(' ', 'T');
}
