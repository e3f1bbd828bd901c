import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createDataset,
  type Dataset,
  digest,
  forgetHashes,
  hashesOf,
  BENCHMARK_ISSUE as ISSUE,
  type Issue,
  type StoredEvent,
} from '../../embedded-sentry/dataset.ts';
import { DIALECT_NAMES } from '../../embedded-sentry/dialect.ts';
import { deleteHashRows } from '../../embedded-sentry/glitchtip/tables.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';
import { RUNS } from '../harness/runs.ts';

const LISTS = { hashes: 'hash', events: 'eventId' } as const;
type List = keyof typeof LISTS;

/** The hashes or events of an issue of the demo server, which a test changes between requests. */
class ChangingList {
  readonly dataset: Dataset;
  readonly #list: List;
  readonly #isGlitchTip: boolean;
  readonly #issue: Issue;
  #nowMs = Date.parse('2026-01-01T00:00:00Z');
  #made = 0;

  constructor(list: List, length: number, isGlitchTip: boolean) {
    this.dataset = createDataset({ benchmarkHashes: length });
    this.#issue = this.dataset.issues.find(({ id }) => id === ISSUE) as Issue;
    this.#list = list;
    this.#isGlitchTip = isGlitchTip;
  }

  /** The keys of its rows, in its order. */
  keys(): readonly string[] {
    if (this.#list === 'events') {
      return this.#issue.events.map(({ id }) => id);
    }
    const hashes = hashesOf(this.#issue).map(({ hash }) => hash);
    return this.#isGlitchTip ? hashes.toSorted() : hashes;
  }

  insert(): void {
    this.#addEvent(digest('new hash', this.#made));
  }

  /** A hash with a new event moves, except where hashes are ordered by checksum; an event does not move. */
  moveToTop(key: string): boolean {
    const isMoved = this.#list === 'hashes' && !this.#isGlitchTip;
    if (isMoved) {
      this.#addEvent(key);
    }
    return isMoved;
  }

  /** Returns the key of the removed row: GlitchTip removes its oldest events. */
  remove(key: string): string {
    if (this.#list === 'hashes' && this.#isGlitchTip) {
      deleteHashRows(this.dataset, this.#issue, [key]);
      return key;
    }
    const keyOf = ({ id, hash }: StoredEvent) => (this.#list === 'hashes' ? hash : id);
    const removed = this.#isGlitchTip ? (this.keys().at(-1) ?? key) : key;
    this.#set(this.#issue.events.filter((event) => keyOf(event) !== removed));
    return removed;
  }

  #addEvent(hash: string): void {
    this.#made += 1;
    this.#nowMs += 1_000;
    const event: StoredEvent = {
      id: digest('new event', this.#made),
      issue: this.#issue,
      origin: this.#issue,
      hash,
      index: this.#made,
      timeMs: this.#nowMs,
      isGone: false,
    };
    this.#set([event, ...this.#issue.events]);
  }

  #set(events: readonly StoredEvent[]): void {
    this.#issue.events.splice(0, Number.POSITIVE_INFINITY, ...events);
    forgetHashes(this.#issue);
  }
}

const change = fc.record({
  kind: fc.constantFrom('insert', 'moveToTop', 'remove'),
  place: fc.nat(10_000),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Returns the key of a row that no longer has its place. */
function apply(rows: ChangingList, { kind, place }: Change): string | undefined {
  const keys = rows.keys();
  const key = keys[place % Math.max(1, keys.length)];
  if (kind === 'insert') {
    rows.insert();
  } else if (key !== undefined) {
    if (kind === 'remove') {
      return rows.remove(key);
    }
    return rows.moveToTop(key) ? key : undefined;
  }
  return undefined;
}

interface Page {
  readonly keys: readonly string[];
  readonly hasMore: boolean;
  readonly edge: string | null;
}

async function readPage(
  gateway: TestGateway,
  list: List,
  {
    isBackward,
    isFull,
    size,
    edge,
  }: { isBackward: boolean; isFull: boolean; size: number; edge: string | null },
): Promise<Page> {
  const full = !isFull ? '' : list === 'hashes' ? 'latestEvent { size }' : 'size';
  const args = isBackward ? 'last: $size, before: $edge' : 'first: $size, after: $edge';
  const { data, errors } = await gateway.execute(
    `query ($size: Int, $edge: String) { issue(organization: "hellboy-meowmeow", id: "${ISSUE}") {
       list: ${list}(${args}) { nodes { key: ${LISTS[list]} ${full} }
         pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`,
    { size, edge },
  );
  expect(errors).toBeUndefined();
  const { nodes, pageInfo } = data.issue.list;
  return {
    keys: nodes.map(({ key }: { readonly key: string }) => key),
    hasMore: isBackward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage,
    edge: isBackward ? pageInfo.startCursor : pageInfo.endCursor,
  };
}

const walk = fc.record({
  list: fc.constantFrom<List>('hashes', 'events'),
  length: fc.integer({ min: 0, max: 230 }),
  isBackward: fc.boolean(),
  isFull: fc.nat(4).map((draw) => draw === 0),
  sizes: fc.array(fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constant(100)), { minLength: 1 }),
  changes: fc.array(fc.array(change, { maxLength: 30 }), { maxLength: 8 }),
});
type Walk = typeof walk extends fc.Arbitrary<infer T> ? T : never;

/** Walks a list, which changes between two pages. Returns what was read, and the rows that lost their places. */
async function walkThrough(
  gateway: TestGateway,
  rows: ChangingList,
  { list, isBackward, isFull, sizes, changes }: Walk,
) {
  const seen: string[] = [];
  const gone = new Set<string | undefined>();
  for (let page = 0, edge: string | null = null; ; page += 1) {
    expect(page).toBeLessThan(1_000);
    const size = sizes[page % sizes.length] ?? 1;
    const read = await readPage(gateway, list, { isBackward, isFull, size, edge });
    seen.splice(isBackward ? 0 : seen.length, 0, ...read.keys);
    if (!read.hasMore) {
      return { seen, gone };
    }
    ({ edge } = read);
    for (const each of changes[page] ?? []) {
      gone.add(apply(rows, each));
    }
  }
}

test.each(DIALECT_NAMES)(
  'a walk through a changing list returns each row that keeps its place once, in order: %s',
  async (dialect) => {
    await fc.assert(
      fc.asyncProperty(walk, async (drawn) => {
        const rows = new ChangingList(drawn.list, drawn.length, dialect === 'glitchtip');
        const before = rows.keys();
        await using gateway = await startGateway({ dialect, dataset: rows.dataset });
        const { seen, gone } = await walkThrough(gateway, rows, drawn);
        const kept = before.filter((key) => !gone.has(key));
        expect(seen.filter((key) => kept.includes(key))).toEqual(kept);
      }),
      // The same walks each time; FUZZ_RUNS adds others.
      { numRuns: Math.max(3, RUNS.fuzz / 100), seed: 1 },
    );
  },
);
