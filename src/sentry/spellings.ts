/*
 * Sentry writes keys in camel case, SDKs in snake case. Which of them an answer has depends on the
 * server: Sentry rewrites the keys of stack traces, GlitchTip four of them, and neither those of
 * contexts. So a key is looked for in either spelling.
 */

/** What the SDKs' protocol has in one word and Sentry's API in two. */
const IN_ONE_WORD: Readonly<Record<string, string>> = { lineNo: 'lineno', colNo: 'colno' };

/** A key as it is named, and its other spellings. */
export function spellingsOf(key: string): readonly string[] {
  const snake = key.replace(/(?<=[a-z0-9])[A-Z]+/g, (capitals) => `_${capitals.toLowerCase()}`);
  const camel = key.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
  return [...new Set([key, snake, camel, IN_ONE_WORD[key] ?? key])];
}

/** The value at the first of the spellings that an object has. */
export function valueAt<T>(object: T, spellings: readonly string[]): T[keyof T] | undefined {
  for (const spelling of spellings) {
    const value = object[spelling as keyof T];
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}
