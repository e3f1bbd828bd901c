import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { SentryRequest } from '../sentry/request.ts';

/** Most tokens whose hash is kept; another is hashed again when it comes back. */
const MAX_TOKENS = 10_000;

/**
 * Makes the name by which a token stands in keys: a hash with a secret of this process, from which
 * the token cannot be found out by trying.
 */
export function createTokenNames(): (token: string) => string {
  const secret = randomBytes(32);
  const names = new LRUCache<string, string>({ max: MAX_TOKENS });
  return (token) => {
    let name = names.get(token);
    if (name === undefined) {
      name = createHmac('sha256', secret).update(token).digest('base64url');
      names.set(token, name);
    }
    return name;
  };
}

/** Path and query of a request as one text. */
export function textOf({ path, query }: SentryRequest): string {
  const isById = typeof query['query'] === 'string' && query['query'].startsWith('id:[');
  const parts = Object.entries(query)
    // The end of a search for events by ID is only "now".
    .filter(([name, value]) => value !== undefined && !(isById && name === 'end'))
    .map(([name, value]) => `${name}=${value}`);
  return `${path}?${parts.join('&')}`;
}

/** The organization in a path, as the caller named it. */
export function organizationOf(path: string): string {
  return /^\/(?:organizations|projects)\/([^/]+)\//.exec(path)?.[1] ?? '';
}
