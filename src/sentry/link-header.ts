/** One `rel` of a `Link` header. */
export interface Link {
  /** There is such a page. Sentry always sends both links. */
  readonly results: boolean;
  /** The cursor of that page; null if the link has none. */
  readonly cursor: string | null;
}

export interface Links {
  readonly previous?: Link;
  readonly next?: Link;
}

/**
 * Parses the links of a page (RFC 8288) in one pass. URLs may contain commas and semicolons, parameters have any order,
 * and other text around the links is ignored: GlitchTip wraps its header in `{'…'}`.
 *
 * Only the `cursor` of a URL is read, and only if the link has no parameter of that name and says that there is a page.
 * (Otherwise GlitchTip sends the URL of the current page, with its old cursor.) The host is never used, so that a
 * header cannot send a token to another server.
 */
export function parseLinkHeader(header: string | readonly string[] | undefined): Links {
  const links: { previous?: Link; next?: Link } = {};
  const texts = header === undefined || typeof header === 'string' ? [header ?? ''] : header;
  for (const text of texts) {
    for (const { url, parameters } of tokenize(text)) {
      const rel = parameters.get('rel');
      if (rel === 'previous' || rel === 'next') {
        const results = parameters.get('results') === 'true';
        const cursor = parameters.get('cursor') || (results ? cursorOfUrl(url) : null);
        links[rel] ??= { results, cursor };
      }
    }
  }
  return links;
}

interface LinkTokens {
  readonly url: string;
  /** By lower-case name; the first one of a repeated name counts. */
  readonly parameters: ReadonlyMap<string, string>;
}

function* tokenize(text: string): Generator<LinkTokens> {
  for (let at = 0; ; ) {
    const close = text.indexOf('>', at);
    if (close === -1) {
      return;
    }
    const before = text.slice(at, close);
    const parameters = new Map<string, string>();
    at = readParameters(text, close + 1, parameters);
    const open = before.lastIndexOf('<');
    if (open !== -1) {
      yield { url: before.slice(open + 1), parameters };
    }
  }
}

const SPACE = /[\t ]*/y;
const NAME = /[\w!#$&+.^`|~*-]+/y;
const BARE_VALUE = /[^\t ",;]*/y;
/** Up to the closing quote, or to the end of the text. */
const QUOTED_VALUE = /(?:[^"\\]|\\.)*/sy;

/** Parses a sequence of `; name=value`, and returns its end. */
function readParameters(text: string, start: number, into: Map<string, string>): number {
  let at = start;
  const read = (token: RegExp): string => {
    token.lastIndex = at;
    const found = token.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  for (;;) {
    read(SPACE);
    if (text[at] !== ';') {
      return at;
    }
    at += 1;
    read(SPACE);
    const name = read(NAME).toLowerCase();
    read(SPACE);
    let value = '';
    if (text[at] === '=') {
      at += 1;
      read(SPACE);
      if (text[at] === '"') {
        at += 1;
        value = read(QUOTED_VALUE).replace(/\\(.)/gs, '$1');
        at += 1;
      } else {
        value = read(BARE_VALUE);
      }
    }
    if (name !== '' && !into.has(name)) {
      into.set(name, value);
    }
  }
}

function cursorOfUrl(url: string): string | null {
  const query = url.indexOf('?');
  return query === -1 ? null : new URLSearchParams(url.slice(query + 1)).get('cursor') || null;
}
