/** What one `rel` of a `Link` header says. */
export interface Link {
  /** Whether a page lies there; a link alone proves nothing, Sentry always sends both. */
  readonly results: boolean;
  /** What opens that page; null where the link names none. */
  readonly cursor: string | null;
}

export interface Links {
  readonly previous?: Link;
  readonly next?: Link;
}

/**
 * Reads the links of a page (RFC 8288), in one pass. URLs may hold commas and semicolons, parameters
 * come in any order, and whatever stands around the links is passed over: GlitchTip wraps its header
 * in `{'…'}`.
 *
 * Of the URL only its `cursor` is ever read, and only where the link has no parameter of that name
 * and says that a page lies there. (GlitchTip puts its own URL, old cursor and all, where none
 * does.) Its host is never used, so that no header can send a token to another server.
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
  /** By names in lower case; of a repeated one the first counts. */
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
/** Up to the quote that ends it, or to the end of the text. */
const QUOTED_VALUE = /(?:[^"\\]|\\.)*/sy;

/** Reads `; name=value` for as long as there are any, and says where they end. */
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
