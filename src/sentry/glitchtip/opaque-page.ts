import type { Link } from '../link-header.ts';
import type { SentryAnswer } from '../request.ts';
import type { RowPage } from '../row-page.ts';

/** GlitchTip stops counting here (`X-Max-Hits`). */
const MAX_HITS = 1_000;

/** Null if there may be more. */
export function toTotal(hits: number | null | undefined): number | null {
  return hits != null && hits < MAX_HITS ? hits : null;
}

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
    total: toTotal(hits),
    knownLength: null,
  };
}

function cursorBehind(link: Link | undefined): string | null {
  return link?.results ? link.cursor : null;
}
