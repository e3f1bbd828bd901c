import { isAddress, readAddress } from '../../../../src/sentry/address.ts';
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
  if (isAddress(trimmed)) {
    const { organization: named, issue } = readAddress(trimmed) ?? {};
    return named && issue ? { organization: named, issue } : null;
  }
  const isId = /^\d{1,19}$/.test(trimmed) || UPPER_CASE.test(trimmed) || WITH_DIGIT.test(trimmed);
  return isId && organization !== '' ? { organization, issue: trimmed } : null;
}
