import {
  defaultFieldResolver,
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import type { RESPONSE_SETTINGS } from '../../config/limits.ts';
import type { Values } from '../../config/setting.ts';
import type { Context, ResponseSize } from '../../context.ts';
import { readingOf, withReadingOf } from '../../resolvers/fields.ts';
import { collectFields, responseKeyOf } from '../../selection.ts';

export type ResponseLimits = Values<typeof RESPONSE_SETTINGS>;

/** Weight of a field. */
export const FIELD = 1;
/** Weight of a field within a projected object. */
export const LIGHT_FIELD = 0.1;
/** One that graphql-js resolves at once. */
const INTROSPECTION_FIELD = 0.25;

/**
 * Makes resolvers count the fields and errors of the response, in place. Beyond the limit of fields, they
 * all return null, so that the execution ends soon and `limitResult` refuses its result. Beyond the limit
 * of errors, a field that fails is null without an error.
 */
export function countResponse(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const weight = isIntrospectionType(type) ? INTROSPECTION_FIELD : FIELD;
    for (const field of Object.values(type.getFields()).filter(isCounted)) {
      counted.add(field);
      const resolve = counting(field, isCompositeType(getNamedType(field.type)) ? weight : 0);
      Object.assign(field, { resolve: withReadingOf(field.resolve, resolve) });
    }
  }
  return schema;
}

/** Whether a field returns objects, is asynchronous or may fail. */
function isCounted(field: GraphQLField<unknown, Context>): boolean {
  const mayGrow =
    isCompositeType(getNamedType(field.type)) || readingOf(field.resolve) === undefined;
  return mayGrow && !counted.has(field);
}

/** The types of introspection are the same for all schemas of a process. */
const counted = new WeakSet<object>();

function counting(
  { resolve = defaultFieldResolver }: GraphQLField<unknown, Context>,
  weight: number,
): GraphQLFieldResolver<unknown, Context> {
  const fieldCountOf = createFieldCount();
  return (parent, args, context, info) => {
    const { responseSize: response } = context;
    if (response.fields > response.maxFields) {
      return null;
    }
    const fail = (error: unknown) => failIn(response, error);
    let value: unknown;
    try {
      value = resolve(parent, args, context, info);
    } catch (error) {
      return fail(error);
    }
    if (weight === 0) {
      return value instanceof Promise ? value.catch(fail) : value;
    }
    const grow = (given: unknown) => growBy(response, given, weight * fieldCountOf(info));
    return value instanceof Promise ? value.then(grow, fail) : grow(value);
  };
}

/** Number of fields that an operation selects on each object of a field. */
function createFieldCount(): (info: GraphQLResolveInfo) => number {
  const counts = new WeakMap<FieldNode, number>();
  return ({ schema, fragments, variableValues, fieldNodes }) => {
    const [first] = fieldNodes as readonly [FieldNode];
    let count = counts.get(first);
    if (count === undefined) {
      const source = { schema, fragments, variables: variableValues };
      count = collectFields(source, undefined, fieldNodes, responseKeyOf).size;
      counts.set(first, count);
    }
    return count;
  };
}

function growBy(response: ResponseSize, value: unknown, perObject: number): unknown {
  if (value === null || value === undefined) {
    return value;
  }
  response.fields += perObject * (Array.isArray(value) ? value.length : 1);
  if (response.fields > response.maxFields) {
    return null;
  }
  return Array.isArray(value) && value.some(mayFail)
    ? value.map((item) => settleItem(response, item))
    : value;
}

function mayFail(item: unknown): boolean {
  return item instanceof Promise || item instanceof Error;
}

function settleItem(response: ResponseSize, item: unknown): unknown {
  if (item instanceof Promise) {
    return item.catch((error) => failIn(response, error));
  }
  return item instanceof Error && isBeyondErrors(response) ? null : item;
}

/** Throws the error, or returns null beyond the limit. */
function failIn(response: ResponseSize, error: unknown): null {
  if (isBeyondErrors(response)) {
    return null;
  }
  throw error;
}

function isBeyondErrors(response: ResponseSize): boolean {
  response.errors += 1;
  return response.errors > response.maxErrors;
}

/** The result, or an error if it exceeds a limit. */
export function limitResult(
  result: ExecutionResult,
  response: ResponseSize,
  { maxResponseFields, maxResponseBytes, maxErrors }: ResponseLimits,
): ExecutionResult {
  if (response.fields > maxResponseFields) {
    return tooLarge(
      `fields; the limit is ${maxResponseFields} (MAX_RESPONSE_FIELDS)`,
      maxResponseFields,
    );
  }
  if (response.characters > maxResponseBytes) {
    return tooLarge(
      `bytes; the limit is ${maxResponseBytes} (MAX_RESPONSE_BYTES)`,
      maxResponseBytes,
    );
  }
  if (!result.errors) {
    return result;
  }
  const found = Math.max(result.errors.length, response.errors);
  return { ...result, errors: limitErrors(result.errors, found, maxErrors) };
}

function tooLarge(excess: string, limit: number): ExecutionResult {
  return {
    data: null,
    errors: [
      new GraphQLError(`The response has more ${excess}. Request smaller pages or fewer fields.`, {
        extensions: { code: 'RESPONSE_TOO_LARGE', limit },
      }),
    ],
  };
}

/** For a response that waited for room too long. */
export function overloaded(): GraphQLError {
  return new GraphQLError(
    'The response is large, and other callers have not read theirs yet. Try again later.',
    { extensions: { code: 'OVERLOADED', retryAfterMs: 1_000, http: { status: 503 } } },
  );
}

function limitErrors(
  errors: readonly GraphQLError[],
  found: number,
  limit: number,
): readonly GraphQLError[] {
  return found <= limit
    ? errors
    : [
        ...errors.slice(0, limit),
        new GraphQLError(
          `The response has ${found} errors; the limit is ${limit} (MAX_ERRORS). The others are omitted.`,
          { extensions: { code: 'TOO_MANY_ERRORS', found, limit } },
        ),
      ];
}
