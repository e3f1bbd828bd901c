import type { Link } from '../link-header.ts';
import type { SentryAnswer } from '../request.ts';
import type { RowPage } from '../row-page.ts';
import { MAX_HITS } from './issues.ts';

/** A page of a list with GlitchTip's cursors. */
export function toOpaquePage<Row>(
  rows: readonly Row[],
  { links, hits }: SentryAnswer,
): RowPage<Row> {
  const { next, previous } = links;
  return {
    rows,
    numbers: rows.map((_, index) => index),
    hasNext: next?.results ?? false,
    hasPrevious: previous?.results ?? false,
    nextRow: null,
    opaque: { next: cursorBehind(next), previous: cursorBehind(previous) },
    total: hits !== undefined && hits < MAX_HITS ? hits : null,
    knownLength: null,
  };
}

function cursorBehind(link: Link | undefined): string | null {
  return link?.results ? link.cursor : null;
}
