/*
 * Sentry writes keys in camel case, SDKs in snake case. The server decides which of them a response has: Sentry rewrites
 * the keys of stack traces, GlitchTip four of them, and neither rewrites those of contexts. So each key is
 * read in both spellings.
 */

/** Keys with one word in the SDKs' protocol and two in Sentry's API. */
const IN_ONE_WORD: Readonly<Record<string, string>> = { lineNo: 'lineno', colNo: 'colno' };

/** A key and its other spellings. */
export function spellingsOf(key: string): readonly string[] {
  const snake = key.replace(/(?<=[a-z0-9])[A-Z]+/g, (capitals) => `_${capitals.toLowerCase()}`);
  const camel = key.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
  return [...new Set([key, snake, camel, IN_ONE_WORD[key] ?? key])];
}

/** The value of the first spelling that an object has. */
export function valueAt<T>(object: T, spellings: readonly string[]): T[keyof T] | undefined {
  for (const spelling of spellings) {
    const value = object[spelling as keyof T];
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}
