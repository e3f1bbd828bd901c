import { type ExecutionResult, GraphQLError, Kind } from 'graphql';

/**
 * Adds codes to errors of graphql-js during execution, and makes those of a whole operation request errors: they are
 * mistakes of the caller that validation cannot find, such as null for a variable with a default in a non-null
 * place.
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

/** Messages of graphql-js about a variable, which repeat its value. */
export function toBadUserInput({ message, nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(shorten(message), {
    nodes: nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** Longer messages lose their middle: the name of the variable comes first, and the mistake last. */
const MAX_MESSAGE_LENGTH = 2_000;

function shorten(message: string): string {
  const half = MAX_MESSAGE_LENGTH / 2;
  return message.length <= MAX_MESSAGE_LENGTH
    ? message
    : `${message.slice(0, half)} … ${message.slice(-half)}`;
}

function withCode(error: GraphQLError): GraphQLError {
  const cause = error.originalError instanceof GraphQLError ? error.originalError : error;
  const kind = cause.nodes?.[0]?.kind;
  // If a result does not match the schema, graphql-js names only the field.
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
