import { deviations, lacks, learn, newShape, type Shape } from './shape.ts';

/** The name of a kind, and a part of a body: all parts of a kind have the same shape. */
export type Part = readonly [kind: string, value: unknown];

export function shapesOf(
  parts: readonly Part[],
  free: ReadonlySet<string>,
): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const [kind, part] of parts) {
    shapes.set(kind, learn(shapes.get(kind) ?? newShape(), part, free));
  }
  return shapes;
}

export interface Exceptions {
  /** Whether the demo server omits keys of a kind. */
  readonly isPartial?: (kind: string) => boolean;
  /** Whether the keys of a kind depend on the data, so that recorded ones may be missing. */
  readonly isOwn?: (kind: string) => boolean;
}

/**
 * Differences between the parts of a response and the recorded parts: keys and types that no recording
 * has, and those of this recording that are missing from the response.
 *
 * @param known - The shape of each kind in all recordings.
 */
export function differences(
  known: ReadonlyMap<string, Shape>,
  [recorded, given]: readonly [readonly Part[], readonly Part[]],
  free: ReadonlySet<string>,
  { isPartial = () => false, isOwn = () => false }: Exceptions = {},
): readonly string[] {
  const strange = given.flatMap(([kind, part]) => {
    const shape = known.get(kind);
    const found = shape ? deviations(shape, part, free, kind) : [];
    return isPartial(kind) ? found.filter((words) => !words.endsWith(' is missing')) : found;
  });
  const ours = shapesOf(given, free);
  const absent = [...shapesOf(recorded, free)].flatMap(([kind, shape]) => {
    const own = ours.get(kind);
    if (!own) {
      return isOwn(kind) ? [] : [`there is no ${kind}`];
    }
    return isPartial(kind) || isOwn(kind) ? [] : lacks(shape, own, kind);
  });
  return [...new Set([...strange, ...absent])];
}
