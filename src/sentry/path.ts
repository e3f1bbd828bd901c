import { SentryError } from './errors.ts';

/** Longest name in a URL of Sentry that is let through; its slugs and ids are at most 64. */
const MAX_SEGMENT_LENGTH = 128;

/** What slugs, short ids, event ids and numeric ids are made of; none begins with a dot. */
const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;

/**
 * A path below `/api/0/`. Text from outside enters a URL only through this tag.
 *
 * Encoding is refused as an alternative: URL parsing folds `..` and `%2e%2e` away after encoding,
 * so what is not plainly a name is turned down before any request.
 *
 * @throws SentryError `refused`
 */
export function path(literals: TemplateStringsArray, ...segments: readonly string[]): string {
  for (const segment of segments) {
    if (segment.length > MAX_SEGMENT_LENGTH || !SEGMENT.test(segment)) {
      throw new SentryError(
        'refused',
        `${quoted(segment)} is not a name that Sentry gives: it takes letters, digits, \`-\`, \`_\` and \`.\`, at most ${MAX_SEGMENT_LENGTH} of them.`,
      );
    }
  }
  return String.raw({ raw: literals }, ...segments);
}

function quoted(text: string): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return JSON.stringify(shown);
}
