import { type AnyEndpoint, isParam } from './endpoint.ts';
import { notSent, SentryError } from './errors.ts';

/** Longer names are refused; Sentry's slugs and IDs have at most 64 characters. */
const MAX_NAME_LENGTH = 128;

/** The characters of slugs, short IDs, event IDs and numeric IDs; none begins with a dot. */
const NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;

declare const safe: unique symbol;

/** Checked parameters of a path. */
export type SafeParams = Readonly<Record<string, string | null>> & { readonly [safe]: true };

/**
 * Text from outside enters a path only through this function. Encoding was rejected as an alternative: URL parsing folds
 * `..` and `%2e%2e` after encoding, so anything that is not a name is refused without a request.
 *
 * @throws SentryError `refused`, or `notFound` for a number that Sentry cannot store
 */
export function toSafeParams(
  { params }: AnyEndpoint,
  values: Readonly<Record<string, string | null>>,
): SafeParams {
  if (values['organization'] !== null) {
    refuseUnsafe(values['organization']);
  }
  for (const param of params) {
    const value = values[param] ?? undefined;
    if (param === 'version') {
      refuseUnsafeVersion(value);
      continue;
    }
    if (param === 'key') {
      refuseUnsafeTag(value);
      continue;
    }
    refuseUnsafe(value);
    // An event ID can consist of digits, but is not a number.
    if (value !== undefined && param !== 'event' && isTooGreatForSentry(value)) {
      throw toNotFound(value, param);
    }
  }
  return values as SafeParams;
}

/** Sentry allows no release with other versions. Encoded, such a version is one segment of a path. */
function refuseUnsafeVersion(version = ''): void {
  if (!/^(?!\.{1,2}$)[^\p{Cc}\p{Cs}/\\]{1,250}$/u.test(version)) {
    throw notSent('refused', `${quoted(version)} is not the version of a release.`);
  }
}

/** The characters that Sentry allows in the key of a tag. */
function refuseUnsafeTag(key = ''): void {
  if (!/^(?!\.{1,2}$)[\w.:-]{1,200}$/.test(key)) {
    throw notSent('refused', `${quoted(key)} is not the key of a tag.`);
  }
}

function refuseUnsafe(name = ''): void {
  if (name.length > MAX_NAME_LENGTH || !NAME.test(name)) {
    throw new SentryError(
      'refused',
      `${quoted(name)} is not a valid name in Sentry; expected letters, digits, \`-\`, \`_\` and \`.\`, at most ${MAX_NAME_LENGTH} characters.`,
    );
  }
}

export function renderPath({ segments }: AnyEndpoint, params: SafeParams): string {
  return segments
    .map((segment) =>
      isParam(segment) ? encodeURIComponent(params[segment.slice(1)] ?? '') : segment,
    )
    .join('/');
}

function quoted(text: string): string {
  return JSON.stringify(shortened(text));
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

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
  return new SentryError(
    'notFound',
    `There is no ${missing} ${shortened(id)}: no ID is greater than ${MAX_NUMBER}.`,
    { wasSent: false, missing },
  );
}
