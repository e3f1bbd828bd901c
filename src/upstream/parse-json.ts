import { ExactNumber, MARK } from '../sentry/exact-number.ts';
import type { Json } from '../sentry/json.ts';

/**
 * Reads the JSON of an upstream's body, which Python may have written.
 *
 * A byte order mark is skipped. Numbers that a double would change keep their digits; decimals are
 * rounded to a double. `NaN` and the infinities, which are not JSON, are null: a client's JSON has no
 * way to say them, and one odd value must not fail a page of a hundred events.
 * @throws SyntaxError
 */
export function parseJson(text: string): Json {
  const json = text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
  try {
    return UNSAFE_NUMBER.test(json) ? parseExactly(json) : JSON.parse(json);
  } catch (error) {
    const withoutNaN = replaceValues(json, NOT_FINITE, () => 'null');
    if (withoutNaN === json) {
      throw error;
    }
    return parseExactly(withoutNaN);
  }
}

const BYTE_ORDER_MARK = 0xfeff;

/** Every body is searched for it: a number, or a part of a string, of 16 digits or a large exponent. */
const UNSAFE_NUMBER = /(?:^|[[:,\s])-?(?:\d{16}|\d[\d.]*[eE][+-]?\d{3})/;
const UNSAFE_NUMBERS = /(?<=^|[[:,\s])-?(?:\d{16}|\d[\d.]*[eE][+-]?\d{3})[\w.+-]*/g;
const NOT_FINITE = /(?<=^|[[:,\s])(?:NaN|-?Infinity)/g;

/** A reviver with source text access would do the same on Node 21 and later, in five times the time. */
function parseExactly(json: string): Json {
  let hasMarks = false;
  const marked = replaceValues(json, UNSAFE_NUMBERS, (number) => {
    if (!changesAsDouble(number)) {
      return number;
    }
    hasMarks = true;
    return `"${MARK}${number}"`;
  });
  const parsed: Json = JSON.parse(marked);
  return hasMarks ? reviveMarks(parsed) : parsed;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?<fraction>\.\d+)?(?<exponent>[eE][+-]?\d+)?$/;

function changesAsDouble(number: string): boolean {
  const { fraction, exponent } = NUMBER.exec(number)?.groups ?? { fraction: 'none' };
  if (exponent !== undefined) {
    const double = Number(number);
    return !Number.isFinite(double) || (double === 0 && /^[^eE]*[1-9]/.test(number));
  }
  return fraction === undefined && String(Number(number)) !== number;
}

/** Replaces what a pattern finds in a JSON text outside its strings. */
function replaceValues(json: string, pattern: RegExp, replace: (value: string) => string): string {
  const parts: string[] = [];
  let done = 0;
  let isInString = false;
  let quote = json.indexOf('"');
  for (const { 0: value, index } of json.matchAll(pattern)) {
    for (; quote !== -1 && quote < index; quote = json.indexOf('"', quote + 1)) {
      isInString = !isInString || isEscaped(json, quote);
    }
    if (!isInString) {
      parts.push(json.slice(done, index), replace(value));
      done = index + value.length;
    }
  }
  parts.push(json.slice(done));
  return parts.join('');
}

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(json: string, at: number): boolean {
  let start = at;
  while (json[start - 1] === '\\') {
    start -= 1;
  }
  return (at - start) % 2 === 1;
}

/** Puts numbers in the place of their marks. A body may be deeper than calls can be: no recursion. */
function reviveMarks(root: Json): Json {
  const holder = { root };
  const waiting: Record<string, Json>[] = [holder];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const key in node) {
      const value = node[key];
      if (typeof value === 'string' && value.startsWith(MARK)) {
        node[key] = new ExactNumber(value.slice(MARK.length));
      } else if (typeof value === 'object' && value !== null) {
        waiting.push(value as Record<string, Json>);
      }
    }
  }
  return holder.root;
}
