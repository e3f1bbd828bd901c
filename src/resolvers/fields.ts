import type { Json, JsonObject } from '../sentry/json.ts';

type Reader = (value: Json | undefined) => unknown;

/**
 * Resolvers that each read the upstream key of their own name: `fields({ filename: asString })`.
 * A reader and not the default resolver, so that a value of another shape is null and no error.
 */
export function fields<R extends Record<string, Reader>>(
  readers: R,
): { readonly [Name in keyof R]: (parent: JsonObject) => ReturnType<R[Name]> } {
  return Object.fromEntries(
    Object.entries(readers).map(([name, read]) => [name, field(name, read)]),
  ) as { [Name in keyof R]: (parent: JsonObject) => ReturnType<R[Name]> };
}

/** A resolver that reads an upstream key of another name. */
export function field<T>(key: string, read: (value: Json | undefined) => T) {
  return reader([key], read, (parent: JsonObject): T => read(parent[key]));
}

/**
 * Says of a resolver that it reads one key of its parent and nothing else, so that the executor
 * may compile the reading of a whole body into one function (`execution/projection.ts`).
 *
 * @param path - The key, or the keys: whatever is no object on the way reads as absent.
 */
export function reader<R extends object, T>(
  path: readonly [string] | readonly [string, string],
  read: (value: Json | undefined) => T,
  resolver: R,
): R {
  readings.set(resolver, { path, read });
  return resolver;
}

/** Says of a resolver that it makes its value of its parent alone, at once. */
export function pure<R extends object>(resolver: R): R {
  readings.set(resolver, 'pure');
  return resolver;
}

export type Reading =
  | { readonly path: readonly string[]; readonly read: (value: Json | undefined) => unknown }
  | 'pure';

/** What is known of a resolver; undefined where it may wait, load or read its context. */
export function readingOf(resolver: object | undefined): Reading | undefined {
  return resolver && readings.get(resolver);
}

const readings = new WeakMap<object, Reading>();
