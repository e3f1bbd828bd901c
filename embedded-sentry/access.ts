import { forbidden, notFound, Refusal } from './answer.ts';
import type { Dataset, Issue, Organization } from './dataset.ts';
import { isVisible, requireInt64 } from './requests.ts';
import { findToken, type Token } from './tokens.ts';

/*
 * Sentry's checks, in its order: credentials (401), the token's scopes for the method (403), the
 * organization (404), the issue (404), membership (403), the issue's status (404).
 */

const unauthenticated = (detail: string) =>
  new Refusal(401, detail, { 'www-authenticate': 'xBasic realm="api"' });

export function authenticate(authorization: string | undefined): Token {
  const [scheme, text, ...more] = (authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer') {
    throw unauthenticated('Authentication credentials were not provided.');
  }
  if (!text) {
    throw unauthenticated('Invalid token header. No credentials provided.');
  }
  if (more.length > 0) {
    throw unauthenticated('Invalid token header. Token string should not contain spaces.');
  }
  const token = findToken(text);
  if (!token) {
    throw unauthenticated(text.startsWith('sntrys_') ? 'Invalid org token' : 'Invalid token');
  }
  if (token.isExpired) {
    throw unauthenticated('Token expired');
  }
  return token;
}

/**
 * `scope_map` of Sentry's permission classes: any scope is enough to read, other methods require a
 * higher one.
 */
export interface ScopeMap {
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly remove: readonly string[];
}

export function requireScope(token: Token, method: string, scopeMap: ScopeMap): void {
  const { read, write, remove } = scopeMap;
  const scopes = READING.includes(method) ? read : method === 'DELETE' ? remove : write;
  if (!scopes.some((scope) => token.scopes.includes(scope))) {
    throw forbidden();
  }
}

const READING = ['GET', 'HEAD', 'OPTIONS'];

const scopesOf = (area: string): ScopeMap => ({
  read: [`${area}:read`, `${area}:write`, `${area}:admin`],
  write: [`${area}:write`, `${area}:admin`],
  remove: [`${area}:admin`],
});
export const EVENT_SCOPES = scopesOf('event');
export const PROJECT_SCOPES = scopesOf('project');
export const ORGANIZATION_SCOPES = scopesOf('org');

/** By slug or, if all digits, by id. */
export function findOrganization({ organizations }: Dataset, name: string): Organization {
  const key = /^\d+$/.test(name) ? 'id' : 'slug';
  const organization = organizations.find((candidate) => candidate[key] === name);
  if (!organization) {
    throw notFound();
  }
  return organization;
}

export function requireMembership(token: Token, { slug }: Organization): void {
  if (!token.organizations.includes(slug)) {
    throw token.text.startsWith('sntrys_')
      ? unauthenticated('Unauthorized organization access.')
      : forbidden();
  }
}

/** By numeric or short ID; the ID of a merged issue returns the surviving issue. */
export function findIssue(
  { issues, redirects }: Dataset,
  organization: Organization | null,
  name: string,
): Issue {
  const isNumeric = /^\d+$/.test(name);
  if (isNumeric) {
    requireInt64(name);
  }
  const shortId = name.replace(/^issue:/i, '').toUpperCase();
  const id = redirects.get(isNumeric ? name : shortId) ?? (isNumeric ? name : null);
  const issue = issues.find(
    (candidate) =>
      (id === null ? candidate.shortId === shortId : candidate.id === id) &&
      (organization === null ? isNumeric : candidate.organization === organization.slug),
  );
  if (!issue) {
    throw notFound();
  }
  return issue;
}

export function requireVisible(issue: Issue): void {
  if (!isVisible(issue)) {
    throw notFound();
  }
}
