import { type ExecutionResult, GraphQLError, Kind } from 'graphql';

/**
 * Gives a code to what graphql-js refuses where it executes, and the form of a request error to what it
 * refuses as a whole: the caller sent it, though validation could not see it. An example is null for a
 * variable with a default in a place that may not be null.
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

/** What is wrong with a variable, in graphql-js's words. */
export function toBadUserInput({ message, nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

function withCode(error: GraphQLError): GraphQLError {
  const cause = error.originalError instanceof GraphQLError ? error.originalError : error;
  const kind = cause.nodes?.[0]?.kind;
  // graphql-js names the field alone where it is the answer that does not fit the schema.
  if (kind === undefined || kind === Kind.FIELD || cause.extensions['code'] !== undefined) {
    return error;
  }
  const { message, nodes, path } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    path: path ?? null,
    extensions: {
      code: kind === Kind.OPERATION_DEFINITION ? 'OPERATION_RESOLUTION_FAILURE' : 'BAD_USER_INPUT',
    },
  });
}
