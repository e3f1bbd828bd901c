/** Longer numbers may be integers that a double cannot represent. */
const MAX_SAFE_DIGITS = 15;

/** A digit or point, and an exponent of three digits. */
const LARGE_EXPONENT = /[\d.][eE][+-]?\d{3}/g;

const [MINUS, POINT, NINE, ZERO] = [0x2d, 0x2e, 0x39, 0x30];

/**
 * Whether a JSON text may have a number that a double cannot represent. Text in strings can look like one.
 *
 * Searches every body, so it looks at every 16th byte only, and lets a regular expression find exponents; one
 * expression for both takes three times as long.
 *
 * @param json - The text of `bytes`.
 */
export function mayHaveUnsafeNumbers(bytes: Uint8Array, json: string): boolean {
  return hasLongNumber(bytes) || hasLargeExponent(json);
}

function hasLongNumber(bytes: Uint8Array): boolean {
  for (let at = MAX_SAFE_DIGITS; at < bytes.length; at += MAX_SAFE_DIGITS + 1) {
    if (isDigit(bytes[at])) {
      let [start, end] = [at, at + 1];
      while (isDigit(bytes[start - 1])) {
        start -= 1;
      }
      while (isDigit(bytes[end])) {
        end += 1;
      }
      if (end - start > MAX_SAFE_DIGITS && beginsValue((index) => bytes[index], start)) {
        return true;
      }
      // Not read again: a body can be one long row of digits.
      at = end - 1;
    }
  }
  return false;
}

function hasLargeExponent(json: string): boolean {
  LARGE_EXPONENT.lastIndex = 0;
  for (let found = LARGE_EXPONENT.exec(json); found; found = LARGE_EXPONENT.exec(json)) {
    let start = found.index;
    while (isDigit(json.charCodeAt(start - 1)) || json.charCodeAt(start - 1) === POINT) {
      start -= 1;
    }
    if (beginsValue((at) => json.charCodeAt(at), start)) {
      return true;
    }
  }
  return false;
}

/** Whether a number that begins at `start`, after its sign, follows what may precede a value. */
function beginsValue(codeAt: (index: number) => number | undefined, start: number): boolean {
  const before = codeAt(start - 1) === MINUS ? start - 2 : start - 1;
  return before < 0 || BEFORE_VALUES.has(codeAt(before));
}

/** With the last byte of a byte order mark. */
const BEFORE_VALUES = new Set<number | undefined>([...Buffer.from('[:, \t\r\n'), 0xbf]);

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= ZERO && code <= NINE;
}
