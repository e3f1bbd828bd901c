import type { GraphQLFieldResolver } from 'graphql';
import { SentryError } from '../sentry/errors.ts';
import { toGraphQLError } from './format-errors.ts';
import type { GraphQLResolverMap } from './schema.ts';

/**
 * Makes resolvers throw GraphQL errors with codes, for servers without the gateway's error formatter: Yoga
 * masks every other error. A defect is thrown unchanged, so that the server masks and logs it.
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

/** Field resolvers are a plain object, a scalar is an instance of a class. */
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
  const codedResolve: typeof resolve = (...args) => {
    try {
      return codeErrors(resolve(...args));
    } catch (error) {
      throw toCoded(error);
    }
  };
  return codedResolve;
}

/** A failed item of a list is a rejected promise or an error in the list. */
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
