/** A refusal that Sentry's paging gives, in its words (`api/base.py`, `utils/cursors.py`). */
export class PagingError extends Error {}

const DEFAULT_PER_PAGE = 100;
const MAX_PER_PAGE = 100;

export interface PageRequest {
  readonly offset: number;
  readonly perPage: number;
}

/** `per_page` from 1 to 100, and of `cursor` (`value:offset:is_prev`) the offset alone. */
export function readPageRequest(query: URLSearchParams, sizeName = 'per_page'): PageRequest {
  return { offset: readOffset(query.get('cursor')), perPage: readPerPage(query.get(sizeName)) };
}

function readPerPage(text: string | null): number {
  if (text === null) {
    return DEFAULT_PER_PAGE;
  }
  if (!/^\s*[+-]?\d+\s*$/.test(text)) {
    throw new PagingError('Invalid per_page parameter.');
  }
  const perPage = Number(text);
  if (perPage < 1 || perPage > MAX_PER_PAGE) {
    throw new PagingError(`Invalid per_page value. Must be between 1 and ${MAX_PER_PAGE}.`);
  }
  return perPage;
}

function readOffset(cursor: string | null): number {
  if (!cursor) {
    return 0;
  }
  const parts = /^-?\d+(?:\.\d+)?:(-?\d+):-?\d+$/.exec(cursor);
  if (!parts) {
    throw new PagingError('Invalid cursor parameter.');
  }
  return Math.max(0, Number(parts[1]));
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly link: string;
}

/** Sentry's `GenericOffsetPaginator`, and the `Link` header that `build_cursor_link` makes of it. */
export function paginate<T>(
  all: readonly T[],
  { offset, perPage }: PageRequest,
  { origin, path, query }: { origin: string; path: string; query: URLSearchParams },
): Page<T> {
  const parameters = new URLSearchParams(query);
  parameters.delete('cursor');
  const uri = `${origin}${path}?${parameters}`;
  const link = (name: string, cursor: string, results: boolean) =>
    `<${uri}&cursor=${cursor}>; rel="${name}"; results="${results}"; cursor="${cursor}"`;
  return {
    items: all.slice(offset, offset + perPage),
    link: [
      link('previous', `0:${Math.max(0, offset - perPage)}:1`, offset > 0),
      link('next', `0:${offset + perPage}:0`, all.length > offset + perPage),
    ].join(', '),
  };
}
