import { GraphQLScalarType } from 'graphql';

/** Answers only: no argument is of these types, so neither has a parser of its own. */
export const Json = new GraphQLScalarType({ name: 'JSON', serialize: (value) => value });

/** Passed on as Sentry wrote it, for its microseconds. */
export const DateTime = new GraphQLScalarType({ name: 'DateTime', serialize: (value) => value });
