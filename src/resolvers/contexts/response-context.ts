import type { ResponseContextResolvers } from '../../generated/resolvers-types.ts';
import { asFloat, asInt, asJson } from '../../sentry/json.ts';
import type { ResponseContextJson } from '../../sentry/shapes/contexts.ts';
import { pure, readersOf } from '../fields.ts';

const { field, fields } = readersOf<ResponseContextJson>();

export const ResponseContext: ResponseContextResolvers = {
  ...fields({ headers: asJson }),
  statusCode: field('status_code', asInt),
  bodySize: field('body_size', asFloat),
  raw: pure((context: ResponseContextJson) => context),
};
