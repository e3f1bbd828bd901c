/**
 * A bounded queue with a lane for each owner, served in turn: who asks for much waits behind
 * themselves and not before others. Within a lane the first in is the first out.
 */
export class FairQueue<Owner, Item> {
  readonly #maxSize: number;
  /** The lane to be served next comes first. */
  readonly #lanes = new Map<Owner, Item[]>();
  #size = 0;

  constructor(maxSize: number) {
    this.#maxSize = maxSize;
  }

  get size(): number {
    return this.#size;
  }

  /**
   * Adds to the owner's lane. When the queue is full the longest lane gives way: gives back the item
   * that has no place then, which is the new one itself where its own lane is the longest.
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

  /** Takes the first item that may go, of the first lane that has one; that lane goes to the end. */
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

  /** Takes an item out, wherever it stands. */
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
