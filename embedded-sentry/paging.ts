import { InternalError } from './answer.ts';

/** A refusal of Sentry's paging, with its message (`api/base.py`, `utils/cursors.py`). */
export class PagingError extends Error {}

const DEFAULT_PER_PAGE = 100;
export const MAX_PER_PAGE = 100;

export interface PageRequest {
  readonly offset: number;
  readonly perPage: number;
}

/**
 * `per_page` from 1 to 100, and the offset of `cursor` (`value:offset:is_prev`).
 *
 * @param maxPerPage - A greater `per_page` is reduced silently; the links use the reduced value.
 */
export function readPageRequest(query: URLSearchParams, maxPerPage = MAX_PER_PAGE): PageRequest {
  const perPage = Math.min(maxPerPage, readPerPage(query.get('per_page')));
  const offset = readCursor(query.get('cursor'))?.offset ?? 0;
  if (offset < 0) {
    throw new InternalError('Snuba takes no negative offset.');
  }
  return { offset, perPage };
}

export function readPerPage(text: string | null): number {
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

export interface Cursor {
  readonly value: number;
  readonly offset: number;
  readonly isPrevious: boolean;
}

/** `value:offset:is_prev`; each paginator uses the parts differently. */
export function readCursor(text: string | null): Cursor | null {
  if (!text) {
    return null;
  }
  // Python parses a number with a point as a float, including an exponent.
  const [, value, offset, isPrevious] =
    /^(-?\d+(?:\.\d+(?:e[+-]?\d+)?)?):(-?\d+):(-?\d+)$/.exec(text) ?? [];
  if (value === undefined) {
    throw new PagingError('Invalid cursor parameter.');
  }
  return { value: Number(value), offset: Number(offset), isPrevious: Number(isPrevious) !== 0 };
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly link: string;
}

interface PagedCall {
  readonly origin: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Sentry's `GenericOffsetPaginator`: a cursor is `0:offset:is_prev`. */
export function paginate<T>(
  all: readonly T[],
  { offset, perPage }: PageRequest,
  call: PagedCall,
): Page<T> {
  return {
    items: all.slice(offset, offset + perPage),
    link: linkHeader(call, {
      previous: { cursor: `0:${Math.max(0, offset - perPage)}:1`, results: offset > 0 },
      next: { cursor: `0:${offset + perPage}:0`, results: all.length > offset + perPage },
    }),
  };
}

/** Sentry's `OffsetPaginator`: a cursor is `page size:page number:is_prev`. */
export function paginateByPage<T>(all: readonly T[], call: PagedCall): Page<T> {
  const perPage = readPerPage(call.query.get('per_page'));
  const { value, offset: page } = readCursor(call.query.get('cursor')) ?? { value: 0, offset: 0 };
  const offset = page * value;
  if (offset < 0) {
    throw new PagingError('Pagination offset cannot be negative');
  }
  return {
    items: all.slice(offset, offset + perPage),
    link: linkHeader(call, {
      previous: { cursor: `${perPage}:${page - 1}:1`, results: page > 0 },
      next: { cursor: `${perPage}:${page + 1}:0`, results: all.length > offset + perPage },
    }),
  };
}

type Rel = 'previous' | 'next';

/** `build_cursor_link`: always both links. */
export function linkHeader(
  { origin, path, query }: PagedCall,
  links: Readonly<Record<Rel, { readonly cursor: string; readonly results: boolean }>>,
): string {
  const parameters = new URLSearchParams(query);
  parameters.delete('cursor');
  const uri = `${origin}${path}?${parameters}`;
  const link = (rel: Rel) => {
    const { cursor, results } = links[rel];
    return `<${uri}&cursor=${cursor}>; rel="${rel}"; results="${results}"; cursor="${cursor}"`;
  };
  return `${link('previous')}, ${link('next')}`;
}
