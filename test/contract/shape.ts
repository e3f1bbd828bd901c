/** The recorded keys and types of values of one kind. */
export interface Shape {
  readonly types: Set<string>;
  /** Number of recorded objects. */
  objects: number;
  readonly keys: Map<string, { readonly shape: Shape; seen: number }>;
  items: Shape | null;
}

export function newShape(): Shape {
  return { types: new Set(), objects: 0, keys: new Map(), items: null };
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeOf(value) === 'object';
}

/**
 * Adds a value to a shape.
 *
 * @param free - Keys with arbitrary content, such as `context` of an event: only the type of their values
 * is compared.
 */
export function learn(shape: Shape, value: unknown, free: ReadonlySet<string>): Shape {
  shape.types.add(typeOf(value));
  if (Array.isArray(value)) {
    shape.items ??= newShape();
    for (const item of value) {
      learn(shape.items, item, free);
    }
  } else if (isObject(value)) {
    shape.objects += 1;
    for (const [key, part] of Object.entries(value)) {
      const known = shape.keys.get(key) ?? { shape: newShape(), seen: 0 };
      shape.keys.set(key, known);
      known.seen += 1;
      if (free.has(key)) {
        known.shape.types.add(typeOf(part));
      } else {
        learn(known.shape, part, free);
      }
    }
  }
  return shape;
}

/**
 * Keys and types of a value that the shape lacks, and keys that all recorded objects have but the value
 * lacks.
 */
export function deviations(
  shape: Shape,
  value: unknown,
  free: ReadonlySet<string>,
  path = '',
): readonly string[] {
  const type = typeOf(value);
  if (!shape.types.has(type)) {
    return [`${path || 'the body'} is ${type}, not ${[...shape.types].join(' or ')}`];
  }
  if (Array.isArray(value)) {
    const { items } = shape;
    // If the recorded lists were always empty, the shape of items is unknown.
    return items === null || items.types.size === 0
      ? []
      : value.flatMap((item) => deviations(items, item, free, `${path}[]`));
  }
  if (!isObject(value)) {
    return [];
  }
  const missing = [...shape.keys]
    .filter(([key, { seen }]) => seen === shape.objects && !(key in value))
    .map(([key]) => `${path}.${key} is missing`);
  const others = Object.entries(value).flatMap(([key, part]) => {
    const known = shape.keys.get(key);
    if (!known) {
      return [`${path}.${key} is not there in any recording`];
    }
    const isFree = free.has(key);
    if (isFree) {
      return known.shape.types.has(typeOf(part))
        ? []
        : [`${path}.${key} is ${typeOf(part)}, not ${[...known.shape.types].join(' or ')}`];
    }
    return deviations(known.shape, part, free, `${path}.${key}`);
  });
  return [...new Set([...missing, ...others])];
}

/** Keys and types other than null of one shape that another one lacks. */
export function lacks(wanted: Shape, given: Shape, path = ''): readonly string[] {
  const types = [...wanted.types]
    .filter((type) => type !== 'null' && !given.types.has(type))
    .map((type) => `${path || 'the body'} is never ${type}`);
  const keys = [...wanted.keys].flatMap(([key, { shape }]) => {
    const known = given.keys.get(key);
    return known ? lacks(shape, known.shape, `${path}.${key}`) : [`${path}.${key} is never there`];
  });
  const items = wanted.items && given.items ? lacks(wanted.items, given.items, `${path}[]`) : [];
  return types.length > 0 ? types : [...keys, ...items];
}
