/** A list whose pages are read one after another. */
export interface PagedList<Page> {
  readonly readPage: () => Promise<Page>;
}

export interface PageInOrder {
  /** Memory that it takes while it waits for the pages before it. */
  readonly bytes: number;
  readonly isLast: boolean;
}

interface InOrderOptions {
  /** Most pages that are read at a time. */
  readonly concurrency: number;
  /** Pages beyond the first list are read ahead until they take this memory. */
  readonly maxBytes: number;
}

/** Lists beyond it are not begun before the first one ends. */
const MAX_OPEN_LISTS = 1_000;

interface OpenList<Page> extends PagedList<Page> {
  readonly pages: Page[];
  isReading: boolean;
  hasEnded: boolean;
}

/**
 * All pages of all lists in their order. Several lists are read at a time, the pages of one list one after another;
 * pages that arrive early wait. After a failure no further page is requested, and it is thrown behind the
 * pages that come before it.
 */
export async function* inOrder<Page extends PageInOrder>(
  lists: AsyncIterable<PagedList<Page>>,
  { concurrency, maxBytes }: InOrderOptions,
): AsyncGenerator<Page, void, undefined> {
  const source = lists[Symbol.asyncIterator]();
  const open: OpenList<Page>[] = [];
  let [reading, bytes, isPulling, isDrained] = [0, 0, false, false];
  let failure: { readonly error: unknown } | null = null;
  let wake = () => {};

  function work(): void {
    while (failure === null && reading < concurrency) {
      const next = open.find(
        (list, index) =>
          !list.isReading &&
          !list.hasEnded &&
          (bytes < maxBytes || (index === 0 && !list.pages[0])),
      );
      if (next === undefined) {
        pull();
        return;
      }
      read(next);
    }
  }

  function read(list: OpenList<Page>): void {
    list.isReading = true;
    reading += 1;
    settle(
      list.readPage().then((page) => {
        list.pages.push(page);
        list.hasEnded = page.isLast;
        bytes += page.bytes;
      }),
      () => {
        list.isReading = false;
        reading -= 1;
      },
    );
  }

  function pull(): void {
    if (isPulling || isDrained || open.length >= MAX_OPEN_LISTS || bytes >= maxBytes) {
      return;
    }
    isPulling = true;
    settle(
      source.next().then(({ done, value }) => {
        isDrained = done === true;
        if (!done) {
          open.push({ ...value, pages: [], isReading: false, hasEnded: false });
        }
      }),
      () => {
        isPulling = false;
      },
    );
  }

  function settle(task: Promise<void>, ended: () => void): void {
    task
      .catch((error) => {
        failure ??= { error };
      })
      .finally(() => {
        ended();
        work();
        wake();
      });
  }

  /** The next page in order; undefined if it has not arrived. */
  function shift(): Page | undefined {
    while (open[0]?.hasEnded && open[0].pages.length === 0) {
      open.shift();
    }
    const page = open[0]?.pages.shift();
    bytes -= page?.bytes ?? 0;
    return page;
  }

  work();
  try {
    for (;;) {
      const page = shift();
      if (page !== undefined) {
        work();
        yield page;
      } else if (open.length === 0 && isDrained) {
        return;
      } else if (failure !== null && !open[0]?.isReading) {
        throw (failure as { readonly error: unknown }).error;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    // For a consumer that stops before the end.
    failure ??= { error: null };
  }
}
