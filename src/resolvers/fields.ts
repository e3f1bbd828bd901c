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
  return (parent: JsonObject): T => read(parent[key]);
}
