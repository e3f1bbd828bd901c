import { entriesOf, type KeyPart, toKey } from '../key.ts';
import type { SentryRequest } from '../sentry/request.ts';

/** Equal for equal reads only; `scope` separates callers. */
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
