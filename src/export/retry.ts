import { createReadStream } from 'node:fs';
import { inOrder, type PagedList } from './in-order.ts';
import type { Failure, Pages } from './pages.ts';
import {
  MAX_WAITING_BYTES,
  readInTurn,
  sizeOf,
  type WalkedPage,
  type WalkOptions,
} from './walk.ts';

/** A failure of an earlier pass. */
interface FailedRows {
  readonly failure: Failure;
  /** The byte at which its line begins in the file of failures. */
  readonly at: number;
  /** The byte at which the next line begins. */
  readonly next: number;
}

/** Where a pass over failures continues. */
export interface RetryPlace {
  /** The byte of a line. */
  readonly at: number;
  /** Cursor in the list of its failure; null for the cursor of the failure. */
  readonly after: string | null;
}

/** Reads rows that failed once more, in the order in which they failed. */
export function retry(
  { pages, concurrency }: Pick<WalkOptions, 'pages' | 'concurrency'>,
  failed: AsyncIterable<FailedRows>,
  from: RetryPlace,
): AsyncGenerator<WalkedPage<RetryPlace>, void, undefined> {
  async function* lists() {
    for await (const { failure, at, next } of failed) {
      const start = (at === from.at ? from.after : null) ?? failure.after;
      const end = { at: next, after: null };
      yield failure.row === null
        ? readInTurn<RetryPlace>(pages, failure, start, ({ after, hasNext }) =>
            hasNext ? { at, after } : end,
          )
        : readOne(pages, failure, end);
    }
  }
  return inOrder(lists(), { concurrency, maxBytes: MAX_WAITING_BYTES });
}

/** The row behind a cursor, if it is still there. */
function readOne(
  pages: Pages,
  failure: Failure,
  place: RetryPlace,
): PagedList<WalkedPage<RetryPlace>> {
  return {
    async readPage() {
      const page = await pages.readRows(failure, failure.after, 'one');
      const isFailed = page.failures.length > 0;
      const isMoved = !isFailed && page.firstKey !== failure.row;
      const lines = isMoved ? [] : page.lines;
      const causes = isMoved ? [MOVED] : page.failures;
      const failures = causes.map(({ code, message }) => ({ ...failure, code, message }));
      return { lines, failures, bytes: sizeOf(lines), isLast: true, place };
    },
  };
}

const MOVED = { code: 'NOT_FOUND', message: 'The row is not at its place any more.' };

/** The failures of a file from one byte to another; both are the beginnings of lines. */
export async function* readFailures(
  path: string,
  from: number,
  to: number,
): AsyncGenerator<FailedRows, void, undefined> {
  if (from >= to) {
    return;
  }
  let rest: Buffer = Buffer.alloc(0);
  let at = from;
  // Not by node:readline, which also ends a line at U+2028, and a message may contain that.
  for await (const chunk of createReadStream(path, { start: from, end: to - 1 })) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
      const failure = JSON.parse(rest.toString('utf8', 0, end)) as Failure;
      yield { failure, at, next: at + end + 1 };
      at += end + 1;
      rest = rest.subarray(end + 1);
    }
  }
}
