import type { ReceivedRequest } from '../requests.ts';
import { invalid, readInteger } from './parameters.ts';

/*
 * Cursors of django-ninja-cursor-pagination: base64 of a query string. `p` is the position after which the page
 * begins, `r=1` means backwards, `o` is the number of rows with the same position to skip.
 */

export interface Cursor {
  readonly offset: number;
  readonly isReverse: boolean;
  readonly position: string | null;
}

/** The paging parameters of a request. */
export interface PageReading {
  readonly cursor: Cursor;
  readonly limit: number;
  readonly request: ReceivedRequest;
}

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;
const MAX_OFFSET = 100;

export function readPage(request: ReceivedRequest): PageReading {
  const [limit, cursor] = [request.query.get('limit'), request.query.get('cursor')];
  const size = (limit === null ? 0 : readInteger(limit, ['query', 'limit'])) || DEFAULT_LIMIT;
  return {
    cursor: decode(cursor),
    limit: Math.min(MAX_LIMIT, Math.max(0, size)),
    request,
  };
}

export function encode({ offset, isReverse, position }: Cursor): string {
  const tokens = new URLSearchParams();
  if (offset !== 0) {
    tokens.set('o', String(offset));
  }
  if (isReverse) {
    tokens.set('r', '1');
  }
  if (position !== null) {
    tokens.set('p', position);
  }
  return Buffer.from(tokens.toString()).toString('base64');
}

function decode(text: string | null): Cursor {
  if (text === null) {
    return { offset: 0, isReverse: false, position: null };
  }
  const tokens = new URLSearchParams(decodeBase64(text) ?? refuse());
  const [offset, isReverse] = [tokens.get('o') ?? '0', tokens.get('r') ?? '0'];
  if (![offset, isReverse].every((number) => /^-?\d+$/.test(number))) {
    return refuse();
  }
  return {
    offset: Math.min(MAX_OFFSET, Math.max(0, Number(offset))),
    isReverse: Number(isReverse) !== 0,
    position: tokens.get('p'),
  };
}

function refuse(): never {
  const error = 'Invalid cursor.';
  return invalid(['query', 'cursor'], 'value_error', `Value error, ${error}`, { error });
}

/** As in Python: characters outside of the alphabet are skipped, but the length must be valid. */
function decodeBase64(text: string): string | null {
  const letters = text.replace(/[^A-Za-z0-9+/=]/g, '');
  const bytes = Buffer.from(letters, 'base64');
  try {
    return letters.length % 4 === 0
      ? new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      : null;
  } catch {
    return null;
  }
}
