import type { RequestEntryResolvers } from '../../generated/resolvers-types.ts';
import { asJson, asString } from '../../sentry/json.ts';
import type { RequestData } from '../../sentry/shapes/entries.ts';
import { dataReader, entryFields } from './entry.ts';
import { asCookies, asNamedValues } from './named-values.ts';

const data = dataReader<RequestData>();

export const RequestEntry: RequestEntryResolvers = {
  ...entryFields,
  method: data('method', asString),
  url: data('url', asString),
  fragment: data('fragment', asString),
  query: data('query', asNamedValues),
  queryString: data('query', asString),
  headers: data('headers', asNamedValues),
  cookies: data('cookies', asCookies),
  body: data('data', asJson),
  env: data('env', asJson),
  inferredContentType: data('inferredContentType', asString),
  apiTarget: data('apiTarget', asString),
};
