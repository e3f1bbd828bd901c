import { ExactNumber, MARK } from '../sentry/exact-number.ts';
import type { Json } from '../sentry/json.ts';
import { mayHaveUnsafeNumbers } from './unsafe-numbers.ts';

/**
 * Parses JSON of an upstream, which may have been written by Python.
 *
 * Skips a byte order mark. Numbers that a double cannot represent keep their digits; decimals are rounded to a
 * double. `NaN` and infinities, which are not JSON, are read as null: JSON cannot express them for the client,
 * and one such value must not make a page of a hundred events fail.
 * @throws SyntaxError
 */
export function parseJson(bytes: Buffer): Json {
  const text = bytes.toString();
  const json = text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
  try {
    return mayHaveUnsafeNumbers(bytes, json) ? parseExactly(json) : JSON.parse(json);
  } catch (error) {
    const withoutNaN = replaceValues(json, NOT_FINITE, () => 'null');
    if (withoutNaN === json) {
      throw error;
    }
    return parseExactly(withoutNaN);
  }
}

const BYTE_ORDER_MARK = 0xfeff;

/**
 * A number, or a part of a string, with 16 digits or a large exponent. Without a lookbehind, which takes six times as
 * long.
 */
const UNSAFE_NUMBERS = /(?:^|[[:,\s])(-?(?:\d{16}|\d[\d.]*[eE][+-]?\d{3})[\w.+-]*)/g;
const NOT_FINITE = /(?:^|[[:,\s])(NaN|-?Infinity)/g;

/** From Node 21 on, a reviver with source text access could do the same, but takes five times as long. */
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

/** Replaces what the group of a pattern matches outside the strings of a JSON text. */
function replaceValues(json: string, pattern: RegExp, replace: (value: string) => string): string {
  const parts: string[] = [];
  let done = 0;
  let isInString = false;
  let quote = json.indexOf('"');
  for (const { 0: match, 1: value = '', index: start } of json.matchAll(pattern)) {
    const replacement = replace(value);
    if (replacement === value) {
      continue;
    }
    const index = start + match.length - value.length;
    for (; quote !== -1 && quote < index; quote = json.indexOf('"', quote + 1)) {
      isInString = !isInString || isEscaped(json, quote);
    }
    if (!isInString) {
      parts.push(json.slice(done, index), replacement);
      done = index + value.length;
    }
  }
  parts.push(json.slice(done));
  return parts.join('');
}

/** An odd number of backslashes precedes the position. */
function isEscaped(json: string, at: number): boolean {
  let start = at;
  while (json[start - 1] === '\\') {
    start -= 1;
  }
  return (at - start) % 2 === 1;
}

/** Replaces marks by numbers. Without recursion, because a body can be deeper than the call stack. */
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
