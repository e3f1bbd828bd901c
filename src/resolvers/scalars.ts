import { GraphQLScalarType } from 'graphql';
import { badUserInput } from '../errors.ts';
import { requireShallow } from '../sentry/json-text.ts';

/** Only for results: no argument has this type. */
export const Json = new GraphQLScalarType({ name: 'JSON', serialize: requireShallow });

/** Returned unchanged, because it has microseconds. Arguments must be ISO 8601 with a time zone. */
export const DateTime = new GraphQLScalarType({
  name: 'DateTime',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value !== 'string' || !ISO_8601.test(value) || Number.isNaN(Date.parse(value))) {
      throw badUserInput(
        `${JSON.stringify(value)?.slice(0, 60)} is not a DateTime; expected ISO 8601 with a time zone, such as 2020-06-17T20:00:00Z.`,
      );
    }
    return value;
  },
});

const ISO_8601 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;
