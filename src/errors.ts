import { GraphQLError } from 'graphql';

/** An argument that cannot be served. `sentence` says what it got and what it takes. */
export function badUserInput(sentence: string): GraphQLError {
  return new GraphQLError(sentence, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** An answer of the upstream that cannot be used, where no request failed. */
export function badResponse(sentence: string): GraphQLError {
  return new GraphQLError(sentence, { extensions: { code: 'UPSTREAM_BAD_RESPONSE' } });
}
