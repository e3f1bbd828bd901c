import type { Json } from '../sentry/json.ts';
import { ExactNumber, MARK } from '../sentry/json-text.ts';

/**
 * Parses JSON of an upstream, which may have been written by Python.
 *
 * Skips a byte order mark. Integers that a double cannot represent keep their digits; other numbers are rounded to a
 * double, and beyond its range they are infinite, which JSON writes as null. `NaN` and infinities, which are not JSON,
 * are read as null: JSON cannot express them for the client, and one such value must not make a page of a hundred
 * events fail.
 * @throws SyntaxError
 */
export function parseJson(bytes: Buffer): Json {
  const text = bytes.toString();
  const json = text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
  try {
    return hasLongNumber(bytes) ? parseExactly(json) : JSON.parse(json);
  } catch (error) {
    const withoutNaN = replaceValues(json, NOT_FINITE, () => 'null');
    if (withoutNaN === json) {
      throw error;
    }
    return parseExactly(withoutNaN);
  }
}

const BYTE_ORDER_MARK = 0xfeff;

/** A number, or a part of a string, with 16 digits. Without a lookbehind, which takes six times as long. */
const LONG_NUMBERS = /(?:^|[[:,\s])(-?\d{16}[\w.+-]*)/g;
const NOT_FINITE = /(?:^|[[:,\s])(NaN|-?Infinity)/g;

/** From Node 21 on, a reviver with source text access could do the same, but takes five times as long. */
function parseExactly(json: string): Json {
  let hasMarks = false;
  const marked = replaceValues(json, LONG_NUMBERS, (number) => {
    if (!changesAsDouble(number)) {
      return number;
    }
    hasMarks = true;
    return `"${MARK}${number}"`;
  });
  const parsed: Json = JSON.parse(marked);
  return hasMarks ? reviveMarks(parsed) : parsed;
}

const INTEGER = /^-?[1-9]\d*$/;

function changesAsDouble(number: string): boolean {
  return INTEGER.test(number) && String(Number(number)) !== number;
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

/** Longer numbers may be integers that a double cannot represent. */
const MAX_SAFE_DIGITS = 15;
/** A longer number that has a digit at one place has another one this far before or behind it. */
const HALF = 8;

const [MINUS, ZERO] = [0x2d, 0x30];

/**
 * Whether a JSON text may have an integer that a double cannot represent. Text in strings can look like one.
 *
 * Searches every body, so it looks at every 16th byte only.
 */
function hasLongNumber(bytes: Uint8Array): boolean {
  const { length } = bytes;
  for (let at = MAX_SAFE_DIGITS; at < length; at += MAX_SAFE_DIGITS + 1) {
    if (isDigit(bytes[at]) && (isDigit(bytes[at - HALF]) || isDigit(bytes[at + HALF]))) {
      let start = at;
      let end = at + 1;
      while (isDigit(bytes[start - 1])) {
        start -= 1;
      }
      while (isDigit(bytes[end])) {
        end += 1;
      }
      if (end - start > MAX_SAFE_DIGITS && beginsValue(bytes, start)) {
        return true;
      }
      // Not read again: a body can be one long row of digits.
      at = end - 1;
    }
  }
  return false;
}

/** Whether a number that begins at `start`, after its sign, follows what may precede a value. */
function beginsValue(bytes: Uint8Array, start: number): boolean {
  const before = bytes[start - 1] === MINUS ? start - 2 : start - 1;
  return before < 0 || BEFORE_VALUES.has(bytes[before]);
}

/** With the last byte of a byte order mark. */
const BEFORE_VALUES = new Set<number | undefined>([...Buffer.from('[:, \t\r\n'), 0xbf]);

/** False for undefined. With one comparison, because processors predict the two of a range badly in text. */
function isDigit(code: number | undefined): boolean {
  return ((code as number) ^ ZERO) < 10;
}
