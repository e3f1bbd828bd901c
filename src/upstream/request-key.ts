import { entriesOf, type KeyPart, toKey } from '../key.ts';
import type { SentryRequest } from '../sentry/request.ts';

/** The same for two reads that ask the same, and for no others; whoever asks. */
export function requestKey(
  scope: KeyPart,
  {
    endpoint,
    params,
    query,
    ids,
    events,
  }: Pick<SentryRequest, 'endpoint' | 'params' | 'query' | 'ids' | 'events'>,
): string {
  return toKey(
    scope,
    endpoint.name,
    params['organization'] ?? null,
    endpoint.params.map((param) => params[param] ?? null),
    ids ?? null,
    events ?? null,
    entriesOf(query),
  );
}
