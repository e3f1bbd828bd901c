import type { Selection } from '../selection.ts';
import { asObject, type Json, spellingsOf, type Unchecked, valueAt } from '../sentry/json.ts';

type Read = (value: Json | undefined) => unknown;

/** Resolvers of a type with JSON parents. Only keys of the JSON type compile. */
export function readersOf<Parent extends object>() {
  /** A resolver that reads one key. */
  function field<Key extends keyof Parent & string, T>(
    key: Key,
    read: (value: Parent[Key] | undefined) => T,
  ) {
    const spellings = spellingsOf(key);
    return reads(
      [spellings],
      read as Read,
      (parent: Parent): T => read(valueAt(parent, spellings) as Parent[Key] | undefined),
    );
  }

  /** Resolvers that each read the key of their own name: `fields({ filename: asString })`. */
  function fields<
    Readers extends { readonly [Key in keyof Readers]: Key extends keyof Parent ? Reader : never },
  >(readers: Readers) {
    return Object.fromEntries(
      Object.entries<Reader>(readers).map(([name, read]) => [name, field(name as never, read)]),
    ) as { readonly [Name in keyof Readers]: (parent: Parent) => ReturnType<Readers[Name]> };
  }

  return { field, fields };
}

/** A reader of any value. Readers of objects need the key's own type, and are used with `field`. */
type Reader = (value: Unchecked<unknown> | undefined) => unknown;

/** The value of a key that should be an object. */
type Inner<Value> = Value extends Unchecked<infer T> ? T : Value;

/** Resolvers that each read one key of the object at another key of their parent. */
export function readersBelow<Parent extends object, Outer extends keyof Parent & string>(
  outer: Outer,
) {
  type Below = Inner<NonNullable<Parent[Outer]>>;
  const outerSpellings = spellingsOf(outer);
  return <Key extends keyof Below & string, T>(
    key: Key,
    read: (value: Below[Key] | undefined) => T,
  ) => {
    const spellings = spellingsOf(key);
    return reads([outerSpellings, spellings], read as Read, (parent: Parent): T => {
      const below = asObject<Below>(valueAt(parent, outerSpellings) as Unchecked<Below>);
      return read(below ? (valueAt(below, spellings) as Below[Key] | undefined) : undefined);
    });
  };
}

/**
 * Marks a resolver that only reads one key of its parent, so that the engine can compile the reading of a whole body into
 * one function (`graphql/engine/projection.ts`).
 *
 * @param path - The spellings of the key, or of two keys, the second within the object at the first.
 */
function reads<R extends object>(path: Path, read: Read, resolver: R): R {
  readings.set(resolver, { path, read });
  return resolver;
}

/** Marks a synchronous resolver whose value depends only on its parent and its arguments. */
export function pure<R extends object>(resolver: R): R {
  readings.set(resolver, { make: resolver });
  return resolver;
}

/**
 * Marks a resolver whose value most parents have already.
 *
 * @param prepare - For the selection below the field, returns a function that reads the value from a parent; it returns
 * undefined if the value must be loaded, and so the resolver be called.
 */
export function oftenRead<Parent extends object, R extends object>(
  prepare: (selection: Selection) => (parent: Parent) => unknown,
  resolver: R,
): R {
  readings.set(resolver, { prepare: prepare as Prepare });
  return resolver;
}

type Prepare = (selection: Selection) => (parent: object) => unknown;
type Spellings = readonly string[];
export type Path = readonly [Spellings] | readonly [Spellings, Spellings];

export type Reading =
  | { readonly path: Path; readonly read: Read }
  | { readonly make: object }
  | { readonly prepare: Prepare };

/** Copies the mark of a resolver to the one that replaces it. */
export function withReadingOf<R extends object>(original: object | undefined, resolver: R): R {
  const reading = readingOf(original);
  if (reading) {
    readings.set(resolver, reading);
  }
  return resolver;
}

/** Undefined for a resolver that may be asynchronous, load data or read its context. */
export function readingOf(resolver: object | undefined): Reading | undefined {
  return resolver && readings.get(resolver);
}

const readings = new WeakMap<object, Reading>();

/** Resolves to the whole parent. */
export const asParent = pure((parent: object): object => parent);
