import { ExactNumber } from './json-text.ts';

export type Json = string | number | boolean | null | ExactNumber | readonly Json[] | JsonObject;
export type JsonList = readonly Json[];
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/**
 * A value that is a `T` according to the upstream's API, but can be of any type. Only the readers below read it, so
 * this type has no properties.
 */
export interface Unchecked<T> {
  readonly [expected]: T;
}
declare const expected: unique symbol;

/** An object of the upstream's API. Each key may be missing or have any value. */
export type Shape<T> = { readonly [Key in keyof T]?: Unchecked<T[Key]> };

type Value = Json | Unchecked<unknown> | undefined;

/*
 * Readers of upstream JSON. A value of an unexpected type is read as null (or as an empty list): Sentry stores what SDKs
 * send, so no type below an event's own keys is certain, and one such value must not make the operation fail. The
 * value is still available as raw JSON.
 */

export function asString(value: Value): string | null {
  return typeof value === 'string' ? value : null;
}

/** A string, or a number or boolean as a string: IDs and tag values have any of these types. */
export function asText(value: Value): string | null {
  return typeof value === 'number' || typeof value === 'boolean' || value instanceof ExactNumber
    ? String(value)
    : asString(value);
}

export function asBoolean(value: Value): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

export function asFloat(value: Value): number | null {
  const number = value instanceof ExactNumber ? Number(value.source) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** Seconds since 1970 as ISO 8601; null beyond what JavaScript can represent. */
export function secondsAsDateTime(value: Value): string | null {
  const time = new Date((asFloat(value) ?? Number.NaN) * 1_000);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** An integer within GraphQL's 32-bit `Int`; anything else is null. */
export function asInt(value: Value): number | null {
  return typeof value === 'number' && (value | 0) === value ? value : null;
}

/** Any value; null if absent. */
export function asJson(value: Value): Json {
  return (value ?? null) as Json;
}

export function asObject<T = JsonObject>(value: Unchecked<T> | Json | undefined): T | null {
  return isObject(value) ? (value as T) : null;
}

export function asList(value: Value): readonly Json[] | null {
  return isList(value) ? value : null;
}

/** The objects of a list, without other items. */
export function asObjects<T = JsonObject>(
  value: Unchecked<readonly T[]> | Json | undefined,
): readonly T[] | null {
  return isList(value) ? (value.filter(isObject) as readonly unknown[] as readonly T[]) : null;
}

/** The items of a list, with null for items that are not objects. */
export function asObjectsOrNull<T = JsonObject>(
  value: Unchecked<readonly (T | null)[]> | Json | undefined,
): readonly (T | null)[] | null {
  return isList(value) ? value.map((item) => asObject<T>(item)) : null;
}

/** The lists of a list, without other items. */
export function asLists(value: Value): readonly JsonList[] | null {
  return isList(value) ? value.filter(isList) : null;
}

/** The strings of a list, without other items. */
export function asStrings(value: Value): readonly string[] | null {
  return isList(value) ? value.filter((item) => typeof item === 'string') : null;
}

/** The strings, numbers and booleans of a list as strings, without other items. */
export function asTexts(value: Value): readonly string[] | null {
  return asList(value)?.flatMap((item) => asText(item) ?? []) ?? null;
}

export function isObject(value: Value): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !isList(value) && !(value instanceof ExactNumber)
  );
}

function isList(value: Value): value is readonly Json[] {
  return Array.isArray(value);
}

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
