import type { Target } from './address.ts';

/** Crockford's base 32, in which Sentry counts the issues of a project. */
const NUMBER = '[0-9A-HJKMNP-TV-Z]+';
const UPPER_CASE = new RegExp(`^[A-Z0-9][A-Z0-9_-]*-${NUMBER}$`);
/** In lower case, words with a hyphen are searches, unless the last one has a digit. */
const WITH_DIGIT = new RegExp(`^[a-z0-9][a-z0-9_-]*-(?=[a-z]*[0-9])${NUMBER}$`, 'i');

/**
 * The issue that a text names: the address of an issue at Sentry or GlitchTip, a short ID or a numeric ID. Null
 * for a search.
 *
 * @param organization of an ID
 */
export function readIssueReference(text: string, organization: string): Target | null {
  const trimmed = text.trim();
  if (/^https?:\/\//i.test(trimmed) && URL.canParse(trimmed)) {
    return readIssueUrl(new URL(trimmed));
  }
  const isId = /^\d{1,19}$/.test(trimmed) || UPPER_CASE.test(trimmed) || WITH_DIGIT.test(trimmed);
  return isId && organization !== '' ? { organization, issue: trimmed } : null;
}

/**
 * `https://acme.sentry.io/issues/1/…`, `https://sentry.io/organizations/acme/issues/1/…` and, of old Sentry
 * servers and GlitchTip, `https://sentry.example.com/acme/issues/1` or `…/acme/project/issues/1/`.
 */
function readIssueUrl({ hostname, pathname }: URL): Target | null {
  const parts = pathname.split('/').filter((part) => part !== '');
  const place = parts.findIndex((part) => part === 'issues' || part === 'group');
  const issue = parts[place + 1];
  if (place === -1 || issue === undefined || !/^\d+$|^[\w-]+-\w+$/.test(issue)) {
    return null;
  }
  const label = parts.lastIndexOf('organizations', place);
  const organization =
    label === -1
      ? (parts.slice(0, place)[0] ?? /^([^.]+)\.sentry\.io$/.exec(hostname)?.[1])
      : parts[label + 1];
  return organization ? { organization, issue } : null;
}
