import { notSent } from './errors.ts';

/**
 * PostgreSQL stores no NUL, so Sentry and GlitchTip fail at a text with one.
 * @param name - The name of the value in the request.
 * @throws SentryError `refused`
 */
export function refuseNul(value: unknown, name = ''): void {
  if (typeof value === 'string' && value.includes('\0')) {
    throw notSent('refused', `\`${name}\` has the character NUL (U+0000).`);
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      refuseNul(part, Array.isArray(value) ? name : key);
    }
  }
}
