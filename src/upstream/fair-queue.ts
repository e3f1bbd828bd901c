/**
 * A bounded queue with a lane for each owner. Lanes take turns, so that an owner with many items does not delay
 * others; each lane is first in, first out.
 */
export class FairQueue<Owner, Item> {
  readonly #maxSize: number;
  /** The next lane to serve is the first one. */
  readonly #lanes = new Map<Owner, Item[]>();
  #size = 0;

  constructor(maxSize: number) {
    this.#maxSize = maxSize;
  }

  get size(): number {
    return this.#size;
  }

  /**
   * Adds to the owner's lane. If the queue is full, evicts and returns the last item of the longest lane, which
   * is the new item if its own lane is the longest.
   */
  push(owner: Owner, item: Item): Item | undefined {
    const lane = this.#lanes.get(owner) ?? [];
    if (this.#size < this.#maxSize) {
      this.#add(owner, lane, item);
      return undefined;
    }
    const [longestOwner, longest] = this.#longest();
    const evicted = longest.length > lane.length + 1 ? longest.at(-1) : undefined;
    if (longestOwner === undefined || evicted === undefined) {
      return item;
    }
    this.remove(longestOwner, evicted);
    this.#add(owner, lane, item);
    return evicted;
  }

  /**
   * Removes the first item that may be sent from the first lane that has one, and moves that lane to
   * the end.
   */
  take(mayGo: (item: Item) => boolean): Item | undefined {
    for (const [owner, lane] of this.#lanes) {
      const item = lane.find(mayGo);
      if (item !== undefined) {
        this.remove(owner, item);
        if (lane.length > 0) {
          this.#lanes.delete(owner);
          this.#lanes.set(owner, lane);
        }
        return item;
      }
    }
    return undefined;
  }

  remove(owner: Owner, item: Item): boolean {
    const lane = this.#lanes.get(owner);
    const index = lane?.indexOf(item) ?? -1;
    if (!lane || index < 0) {
      return false;
    }
    lane.splice(index, 1);
    this.#size -= 1;
    if (lane.length === 0) {
      this.#lanes.delete(owner);
    }
    return true;
  }

  *[Symbol.iterator](): Generator<Item> {
    for (const lane of this.#lanes.values()) {
      yield* lane;
    }
  }

  #add(owner: Owner, lane: Item[], item: Item): void {
    lane.push(item);
    this.#lanes.set(owner, lane);
    this.#size += 1;
  }

  #longest(): [Owner | undefined, readonly Item[]] {
    let longest: [Owner | undefined, readonly Item[]] = [undefined, []];
    for (const lane of this.#lanes) {
      if (lane[1].length > longest[1].length) {
        longest = lane;
      }
    }
    return longest;
  }
}
