import type { AccessConfig } from '../../config/access.ts';
import type { UpstreamTarget } from '../../config/upstream.ts';

/** Authentication headers with placeholders for secrets; null if none are needed. */
export function exampleHeaders(
  { apiKeys, jwt, routerSecrets }: AccessConfig,
  upstream: UpstreamTarget['kind'],
): Readonly<Record<string, string>> | null {
  const headers = {
    ...(upstream === 'passThrough' && { authorization: 'Bearer YOUR-SENTRY-TOKEN' }),
    ...(jwt !== null && { authorization: 'Bearer YOUR-JWT' }),
    ...(jwt === null && apiKeys.length > 0 && { 'x-api-key': 'YOUR-API-KEY' }),
    ...(routerSecrets.length > 0 && { 'x-router-authorization': 'YOUR-ROUTER-SECRET' }),
  };
  return Object.keys(headers).length > 0 ? headers : null;
}
