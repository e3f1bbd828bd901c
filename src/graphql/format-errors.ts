import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLErrorExtensions, type GraphQLFormattedError } from 'graphql';
import { SentryError, type SentryErrorKind } from '../sentry/errors.ts';

/** The code that a client sees for each way the upstream can fail. */
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

/** A failure of the upstream as callers see it. */
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
 * Makes the formatter of all errors that leave the gateway: the only place where causes become
 * codes. What is neither the upstream's failure nor a refusal of our own is a defect: it is handed
 * to `report`, and the client gets a sentence without its text.
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
      return withExtensions(formatted, 'The gateway failed to answer this field.', {
        code: 'INTERNAL_SERVER_ERROR',
      });
    }
    return formatted;
  };
}

/** Apollo refuses a document that is not the one its hash names by a status alone, without a code. */
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
