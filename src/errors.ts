import { GraphQLError } from 'graphql';

/** An invalid argument. `message` says what is wrong and what is expected. */
export function badUserInput(message: string): GraphQLError {
  const { stackTraceLimit } = Error;
  // The stack of a caller's mistake is useless, and an operation can have thousands of such errors.
  Error.stackTraceLimit = 0;
  const error = new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
  Error.stackTraceLimit = stackTraceLimit;
  return Object.defineProperty(error, 'stack', { value: message });
}

/** The limit of the operation's requests to Sentry does not allow another one. */
export function isTooExpensive(error: unknown): boolean {
  return error instanceof GraphQLError && error.extensions['code'] === 'OPERATION_TOO_EXPENSIVE';
}

/** A response of the upstream that cannot be used, although no request failed. */
export function badResponse(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'UPSTREAM_BAD_RESPONSE' } });
}
