import { SentryError } from '../errors.ts';

/** A method of the API that GlitchTip lacks. */
export function unsupported(what: string): () => Promise<never> {
  return () => Promise.reject(new SentryError('unsupported', `GlitchTip cannot ${what}.`));
}

/** Thrown without a request: GlitchTip's paths take only numbers of issues. */
export function refuseShortId(issue: string): void {
  if (!/^\d+$/.test(issue)) {
    throw new SentryError(
      'refused',
      `GlitchTip finds issues only by number; expected one such as "123" instead of ${JSON.stringify(issue)}.`,
      { wasSent: false },
    );
  }
}
