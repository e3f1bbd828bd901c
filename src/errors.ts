import { GraphQLError } from 'graphql';

/** An invalid argument. `message` says what is wrong and what is expected. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** A response of the upstream that cannot be used, although no request failed. */
export function badResponse(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'UPSTREAM_BAD_RESPONSE' } });
}
