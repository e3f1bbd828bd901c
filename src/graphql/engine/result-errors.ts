import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  Kind,
} from 'graphql';
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

/**
 * Adds codes to errors of graphql-js during execution, and makes those of a whole operation request errors: they are
 * mistakes of the caller that validation cannot find, such as null for a variable with a default in a non-null
 * place.
 */
export function codeRefusals(result: ExecutionResult): ExecutionResult {
  const { errors, ...rest } = result;
  if (!errors) {
    return result;
  }
  const coded = errors.map(withCode);
  return result.data || errors.some(({ path }) => path)
    ? { ...rest, errors: coded }
    : { errors: coded };
}

/** Messages of graphql-js about a variable, which repeat its value. */
export function toBadUserInput({ message, nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(shorten(message), {
    nodes: nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** Longer messages lose their middle: the name of the variable or argument comes first, and the mistake last. */
const MAX_MESSAGE_LENGTH = 2_000;

function shorten(message: string): string {
  const half = MAX_MESSAGE_LENGTH / 2;
  return message.length <= MAX_MESSAGE_LENGTH
    ? message
    : `${message.slice(0, half)} … ${message.slice(-half)}`;
}

function withCode(error: GraphQLError): GraphQLError {
  const cause = error.originalError instanceof GraphQLError ? error.originalError : error;
  const kind = cause.nodes?.[0]?.kind;
  // If a result does not match the schema, graphql-js names only the field.
  if (kind === undefined || kind === Kind.FIELD || cause.extensions['code'] !== undefined) {
    return error;
  }
  const { message, nodes, path } = error;
  return new GraphQLError(shorten(message), {
    nodes: nodes ?? null,
    path: path ?? null,
    extensions: {
      code: kind === Kind.OPERATION_DEFINITION ? 'OPERATION_RESOLUTION_FAILURE' : 'BAD_USER_INPUT',
    },
  });
}
