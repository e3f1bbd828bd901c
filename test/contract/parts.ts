import { deviations, lacks, learn, newShape, type Shape } from './shape.ts';

/** A part of a body, after the name of its kind: parts of one kind have one shape. */
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
  /** Whether the demo server serves a kind without all of its keys. */
  readonly isPartial?: (kind: string) => boolean;
  /** Whether parts of a kind have what the data has: not each has what the recorded one had. */
  readonly isOwn?: (kind: string) => boolean;
}

/**
 * How the parts of an answer differ from those that were recorded: keys and types that no recording
 * has, and those of this recording that the answer lacks.
 *
 * @param known - What each kind has been seen like, over all recordings.
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
