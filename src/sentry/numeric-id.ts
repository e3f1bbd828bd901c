import { SentryError } from './errors.ts';

/** Sentry's numbers are `bigint` in PostgreSQL; a greater one causes an internal error. */
const MAX_NUMBER = 9_223_372_036_854_775_807n;

/** A number that no object of Sentry can have. */
export function isTooGreatForSentry(text: string): boolean {
  if (text.length < 19 || !/^[+-]?\d+$/.test(text)) {
    return false;
  }
  const number = BigInt(text.replace(/^[+-]/, ''));
  return number > MAX_NUMBER;
}

/** Thrown for such a number without a request. */
export function toNotFound(id: string, missing: string): SentryError {
  const shown = id.length > 40 ? `${id.slice(0, 40)}…` : id;
  return new SentryError(
    'notFound',
    `Sentry does not have ${shown}; its greatest number is ${MAX_NUMBER}.`,
    { wasSent: false, missing },
  );
}
