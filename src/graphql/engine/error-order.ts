import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import { fieldTypesOf } from './field-types.ts';

type Path = readonly (string | number)[];
type Data = Readonly<Record<string, unknown>> | null;

/**
 * Sorts the errors of a result by the fields that they belong to, and keeps one for each null.
 *
 * A non-null field that fails makes its parent null. Which other fields below that parent have failed by
 * then depends on timing. The error of the non-null field nearest to the parent is kept as the cause.
 */
export function orderErrors(
  schema: GraphQLSchema,
  document: DocumentNode,
  result: ExecutionResult,
): ExecutionResult {
  const { data, errors, ...rest } = result;
  if (!errors || errors.length < 2 || data === undefined) {
    return result;
  }
  const placed = new Map<string, Placed>();
  const rank = (error: GraphQLError) =>
    isCause(schema, document, error) ? (error.path?.length ?? 0) : Number.POSITIVE_INFINITY;
  for (const error of errors) {
    const place = placeOf(data, error.path ?? []);
    const key = place.join();
    const other = placed.get(key)?.error;
    if (!other || rank(error) < rank(other)) {
      placed.set(key, { place, error });
    }
  }
  return {
    ...rest,
    errors: [...placed.values()]
      .sort((one, other) => compare(one.place, other.place))
      .map(({ error }) => error),
    data,
  };
}

interface Placed {
  readonly place: readonly number[];
  readonly error: GraphQLError;
}

/** The error belongs to a non-null field or item. */
function isCause(
  schema: GraphQLSchema,
  document: DocumentNode,
  { positions: [position = -1] = [], path }: GraphQLError,
): boolean {
  const type = fieldTypesOf(schema, document).get(position)?.type;
  return (
    (typeof path?.at(-1) === 'number' ? type?.replace(/\]!?$/, '') : type)?.endsWith('!') ?? false
  );
}

/** The path of the null that an error causes: at each level the index of the field or the item. */
function placeOf(data: Data, path: Path): readonly number[] {
  const place: number[] = [];
  let value: unknown = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) {
      break;
    }
    place.push(typeof step === 'number' ? step : Object.keys(value).indexOf(step));
    value = (value as Record<string | number, unknown>)[step];
  }
  return place;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const level = one.findIndex((number, index) => number !== other[index]);
  return level === -1 ? one.length - other.length : (one[level] ?? 0) - (other[level] ?? -1);
}
