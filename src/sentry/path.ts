import { type AnyEndpoint, isParam } from './endpoint.ts';
import { SentryError } from './errors.ts';
import { isTooGreatForSentry, toNotFound } from './numeric-id.ts';

/** Longest name in a URL of Sentry that is let through; its slugs and ids are at most 64. */
const MAX_NAME_LENGTH = 128;

/** What slugs, short ids, event ids and numeric ids are made of; none begins with a dot. */
const NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;

declare const safe: unique symbol;

/** The names in a path, each of which may stand there as it is. */
export type SafeParams = Readonly<Record<string, string>> & { readonly [safe]: true };

/**
 * Text from outside enters a path only through here. Encoding is refused as an alternative: URL
 * parsing folds `..` and `%2e%2e` away after encoding, so what is not plainly a name is turned down
 * before any request.
 *
 * @throws SentryError `refused`, or `notFound` for a number that Sentry cannot hold
 */
export function toSafeParams(
  { params }: AnyEndpoint,
  values: Readonly<Record<string, string>>,
): SafeParams {
  refuseUnsafe(values['organization']);
  for (const param of params) {
    const value = values[param];
    refuseUnsafe(value);
    // An event's ID may be all digits and is no number.
    if (value !== undefined && param !== 'event' && isTooGreatForSentry(value)) {
      throw toNotFound(value);
    }
  }
  return values as SafeParams;
}

function refuseUnsafe(name = ''): void {
  if (name.length > MAX_NAME_LENGTH || !NAME.test(name)) {
    throw new SentryError(
      'refused',
      `${quoted(name)} is not a name that Sentry gives: it takes letters, digits, \`-\`, \`_\` and \`.\`, at most ${MAX_NAME_LENGTH} of them.`,
    );
  }
}

export function renderPath({ segments }: AnyEndpoint, params: SafeParams): string {
  return segments
    .map((segment) => (isParam(segment) ? params[segment.slice(1)] : segment))
    .join('/');
}

function quoted(text: string): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return JSON.stringify(shown);
}
