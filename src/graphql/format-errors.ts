import { unwrapResolverError } from '@apollo/server/errors';
import {
  GraphQLError,
  type GraphQLErrorExtensions,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
} from 'graphql';
import { SentryError, type SentryErrorKind } from '../sentry/errors.ts';
import type { GraphQLResolverMap } from './schema.ts';

const codeOfKind = {
  unauthenticated: 'UNAUTHENTICATED',
  forbidden: 'FORBIDDEN',
  notFound: 'NOT_FOUND',
  refused: 'BAD_USER_INPUT',
  conflict: 'CONFLICT',
  unsupported: 'UNSUPPORTED_BY_UPSTREAM',
  rateLimited: 'RATE_LIMITED',
  timeout: 'UPSTREAM_TIMEOUT',
  unavailable: 'UPSTREAM_UNAVAILABLE',
  badResponse: 'UPSTREAM_BAD_RESPONSE',
  cancelled: 'CANCELLED',
} as const satisfies Record<SentryErrorKind, string>;

export function toGraphQLError(cause: SentryError): GraphQLError {
  return new GraphQLError(cause.message, { extensions: extensionsOf(cause) });
}

function extensionsOf({
  kind,
  retryAfterMs,
  requiredScope,
  errorId,
}: SentryError): GraphQLErrorExtensions {
  return {
    code: codeOfKind[kind],
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(requiredScope === undefined ? {} : { requiredScope }),
    ...(errorId === undefined ? {} : { errorId }),
  };
}

/**
 * Formats all errors in responses: the only place that maps causes to codes. An error that is neither an
 * upstream failure nor a refusal of the gateway is a defect: `report` gets it, and the client a message
 * without its text.
 */
export function createErrorFormatter(report: (error: unknown) => void) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    if (cause instanceof SentryError) {
      return withExtensions(formatted, cause.message, extensionsOf(cause));
    }
    if (formatted.extensions?.['code'] === 'INTERNAL_SERVER_ERROR') {
      if (isRefusalByApollo(cause)) {
        return withExtensions(formatted, formatted.message, { code: 'BAD_REQUEST' });
      }
      report(cause);
      return withExtensions(formatted, 'Internal error of the gateway.', {
        code: 'INTERNAL_SERVER_ERROR',
      });
    }
    return formatted.message === VALIDATION_ABORTED
      ? { ...formatted, message: VALIDATION_TOO_LONG }
      : formatted;
  };
}

/** The words of graphql-js for a document that takes too many comparisons. */
const VALIDATION_ABORTED = 'Validation aborted.';
const VALIDATION_TOO_LONG =
  'The document takes too long to validate: it selects too many fields under one name, or spreads too many fragments. Split it, or select each field once.';

/** Apollo refuses a document that does not match its hash with a status and no code. */
function isRefusalByApollo(cause: unknown): boolean {
  if (!(cause instanceof GraphQLError)) {
    return false;
  }
  const { http } = cause.extensions as { readonly http?: { readonly status?: number } };
  return http?.status === 400;
}

function withExtensions(
  formatted: GraphQLFormattedError,
  message: string,
  extensions: GraphQLErrorExtensions,
): GraphQLFormattedError {
  return { ...formatted, message, extensions };
}

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
