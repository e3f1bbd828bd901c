import { ExactNumber } from './exact-number.ts';

/** What an upstream's JSON can hold. */
export type Json = string | number | boolean | null | ExactNumber | readonly Json[] | JsonObject;
export type JsonList = readonly Json[];
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/*
 * Readers of upstream JSON. A value of another shape than expected reads as null (or as an empty
 * list): Sentry stores what SDKs send, so no shape below an event's own keys is certain, and one
 * odd value must not fail the operation. Whatever reads as null stays reachable as raw JSON.
 */

export function asString(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** Text, or a number or boolean written as text: ids and tag values come as either. */
export function asText(value: Json | undefined): string | null {
  return typeof value === 'number' || typeof value === 'boolean' || value instanceof ExactNumber
    ? String(value)
    : asString(value);
}

export function asBoolean(value: Json | undefined): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

export function asFloat(value: Json | undefined): number | null {
  const number = value instanceof ExactNumber ? Number(value.source) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** A whole number within GraphQL's 32-bit `Int`; anything else is null. */
export function asInt(value: Json | undefined): number | null {
  return typeof value === 'number' && (value | 0) === value ? value : null;
}

/** Any value; absent reads as null. */
export function asJson(value: Json | undefined): Json {
  return value ?? null;
}

export function asObject(value: Json | undefined): JsonObject | null {
  return isObject(value) ? value : null;
}

export function asList(value: Json | undefined): readonly Json[] | null {
  return isList(value) ? value : null;
}

/** The objects of a list; what is not an object is left out. */
export function asObjects(value: Json | undefined): readonly JsonObject[] | null {
  return isList(value) ? value.filter(isObject) : null;
}

/** The lists of a list; what is not a list is left out. */
export function asLists(value: Json | undefined): readonly (readonly Json[])[] | null {
  return isList(value) ? value.filter(isList) : null;
}

/** The texts of a list; what is not text is left out. */
export function asStrings(value: Json | undefined): readonly string[] | null {
  return isList(value) ? value.filter((item) => typeof item === 'string') : null;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !isList(value) && !(value instanceof ExactNumber)
  );
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
