import type { RequestParameterResolvers } from '../../generated/resolvers-types.ts';
import { asText, type JsonList } from '../../sentry/json.ts';
import { pure } from '../fields.ts';

export const RequestParameter: RequestParameterResolvers = {
  name: pure(([name]: JsonList) => asText(name)),
  value: pure(([, value]: JsonList) => asText(value)),
};
