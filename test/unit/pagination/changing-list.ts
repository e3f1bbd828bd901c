import fc from 'fast-check';
import type { Anchor, MovingList, NumberedRow } from '../../../src/pagination/moving-list.ts';

export interface Item {
  /** Its row number when it was read. */
  readonly offset?: number;
  readonly key: string;
  readonly timeMs: number;
}

/** A list ordered by time, newest first, that changes between requests. */
export class Model implements MovingList<Item> {
  items: Item[];
  requests = 0;
  #now: number;
  readonly #between: (model: Model) => void;

  constructor(length: number, between: (model: Model) => void = () => {}) {
    this.items = Array.from({ length }, (_, index) => ({
      key: `row-${index}`,
      timeMs: 1_000_000 - index * 10,
    }));
    this.#now = 2_000_000;
    this.#between = between;
  }

  readonly offsetOf = ({ offset }: Item) => offset ?? 0;
  readonly keyOf = ({ key }: Item) => key;
  readonly timeOf = ({ timeMs }: Item) => timeMs;
  readonly fetch = async (offset: number, count: number) => this.#read(offset, count);
  readonly peek = async (offset: number, count: number) => this.#read(offset, count);
  readonly probe = async (offset: number, count: number) => this.#read(offset, count);

  #read(offset: number, count: number) {
    this.requests += 1;
    const rows = this.items
      .slice(offset, offset + count)
      .map((item, index) => ({ ...item, offset: offset + index }));
    const hasNext = offset + count < this.items.length;
    this.#between(this);
    return { rows, hasNext, nextRow: offset + rows.length };
  }

  insert(): void {
    this.#now += 10;
    this.items.unshift({ key: `new-${this.#now}`, timeMs: this.#now });
  }

  remove(index: number): string | undefined {
    return this.items.splice(index % Math.max(1, this.items.length), 1)[0]?.key;
  }

  /** A row gets a new event. */
  toTop(index: number): string | undefined {
    const [item] = this.items.splice(index % Math.max(1, this.items.length), 1);
    if (item) {
      this.#now += 10;
      this.items.unshift({ key: item.key, timeMs: this.#now });
    }
    return item?.key;
  }

  anchor({ row, offset }: NumberedRow<Item>): Anchor {
    return { offset, key: row.key, timeMs: row.timeMs };
  }
}

export const change = fc.oneof(
  fc.constant({ kind: 'insert', index: 0 } as const),
  fc.record({ kind: fc.constant('remove' as const), index: fc.nat(400) }),
  fc.record({ kind: fc.constant('toTop' as const), index: fc.nat(400) }),
);

export interface Change {
  readonly kind: 'insert' | 'remove' | 'toTop';
  readonly index: number;
  /** Rows that may change. @default all */
  readonly isAllowed?: (item: Item) => boolean;
}

/** Returns the key of a row that no longer has its place. */
export function apply(
  model: Model,
  { kind, index, isAllowed = () => true }: Change,
): string | undefined {
  if (kind === 'insert') {
    model.insert();
    return undefined;
  }
  const item = model.items[index % Math.max(1, model.items.length)];
  if (item && !isAllowed(item)) {
    return undefined;
  }
  return kind === 'remove' ? model.remove(index) : model.toTop(index);
}
