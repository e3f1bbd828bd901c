/** What one `rel` of a `Link` header says. */
export interface Link {
  /** Whether a page lies there; a link alone proves nothing, Sentry always sends both. */
  readonly results: boolean;
  readonly cursor: string | null;
}

export interface Links {
  readonly previous?: Link;
  readonly next?: Link;
}

/**
 * Reads the links of a page (RFC 8288). URLs may hold commas and semicolons, parameters come in any
 * order, and whatever stands around the links is passed over: GlitchTip wraps its header in `{'…'}`.
 * The URL's own text is never used, so that no header can send a token to another host.
 */
export function parseLinkHeader(header: string | readonly string[] | undefined): Links {
  const links: { previous?: Link; next?: Link } = {};
  const text = Array.isArray(header) ? header.join(', ') : ((header as string | undefined) ?? '');
  for (const [, parameters = ''] of text.matchAll(LINK)) {
    const values = new Map<string, string>();
    for (const [, name = '', quoted, bare] of parameters.matchAll(PARAMETER)) {
      values.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '');
    }
    const rel = values.get('rel');
    if (rel === 'previous' || rel === 'next') {
      links[rel] ??= {
        results: values.get('results') === 'true',
        cursor: values.get('cursor') || null,
      };
    }
  }
  return links;
}

/** `<url>` and the parameters behind it, quoted values taken whole. */
const LINK = /<[^<>]*>((?:\s*;\s*[\w!#$&+.^`|~*-]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s",;]*))?)*)/g;
const PARAMETER = /;\s*([\w!#$&+.^`|~*-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*)))?/g;
