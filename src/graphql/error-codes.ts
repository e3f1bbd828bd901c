import type { GraphQLFieldResolver } from 'graphql';
import { SentryError } from '../sentry/errors.ts';
import { toGraphQLError } from './format-errors.ts';
import type { GraphQLResolverMap } from './schema.ts';

/**
 * Resolvers whose failures are GraphQL errors with codes already, for servers without the gateway's
 * formatter: Yoga masks every error that was not one when it was thrown. A defect passes as it is,
 * to be masked and logged as the server does with any other.
 */
export function withCodes(resolvers: GraphQLResolverMap): GraphQLResolverMap {
  return Object.fromEntries(
    Object.entries(resolvers).map(([type, fields]) => [
      type,
      isFields(fields) ? mapValues(fields, withCode) : fields,
    ]),
  ) as GraphQLResolverMap;
}

type Fields = Readonly<Record<string, unknown>>;

/** Resolvers of fields, in difference to a scalar, which is an object of a class. */
function isFields(fields: unknown): fields is Fields {
  return Object.getPrototypeOf(fields) === Object.prototype;
}

function mapValues(fields: Fields, change: (value: unknown) => unknown): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value)]));
}

function withCode(resolver: unknown): unknown {
  if (typeof resolver !== 'function') {
    return resolver;
  }
  const resolve = resolver as GraphQLFieldResolver<unknown, unknown>;
  const coded: typeof resolve = (...given) => {
    try {
      return codeErrors(resolve(...given));
    } catch (error) {
      throw toCoded(error);
    }
  };
  return coded;
}

/** A value with the errors in it coded: a failing item of a list stands there as a promise or an error. */
function codeErrors(value: unknown): unknown {
  if (value instanceof Promise) {
    return value.then(codeErrors, (error) => {
      throw toCoded(error);
    });
  }
  if (Array.isArray(value)) {
    return value.some(mayFail) ? value.map(codeErrors) : value;
  }
  return toCoded(value);
}

function mayFail(item: unknown): boolean {
  return item instanceof Promise || item instanceof Error;
}

function toCoded(value: unknown): unknown {
  return value instanceof SentryError ? toGraphQLError(value) : value;
}
