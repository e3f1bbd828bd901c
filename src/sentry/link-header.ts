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

/**
 * One `; name=value`: the name, the value in quotes, and the value without. Everything after the semicolon may be absent, so
 * that the pattern never goes back, and takes linear time.
 */
const PARAMETER =
  /[\t ]*;[\t ]*([\w!#$&+.^`|~*-]*)[\t ]*(?:=[\t ]*(?:"((?:[^"\\]|\\.)*)"?|([^\t ",;]*)))?/sy;

/** Parses a sequence of `; name=value`, and returns its end. */
function readParameters(text: string, start: number, into: Map<string, string>): number {
  let end = start;
  for (;;) {
    PARAMETER.lastIndex = end;
    const found = PARAMETER.exec(text);
    if (!found) {
      return end;
    }
    end = PARAMETER.lastIndex;
    const [, name = '', quoted, bare = ''] = found;
    const key = name.toLowerCase();
    if (key !== '' && !into.has(key)) {
      into.set(key, quoted?.replace(/\\(.)/gs, '$1') ?? bare);
    }
  }
}

function cursorOfUrl(url: string): string | null {
  const query = url.indexOf('?');
  return query === -1 ? null : new URLSearchParams(url.slice(query + 1)).get('cursor') || null;
}
