import { GraphQLError } from 'graphql';

/** An argument that cannot be served. `sentence` says what it got and what it takes. */
export function badUserInput(sentence: string): GraphQLError {
  return new GraphQLError(sentence, { extensions: { code: 'BAD_USER_INPUT' } });
}
