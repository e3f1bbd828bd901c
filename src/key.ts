/** What a key is made of. */
export type KeyPart = string | number | boolean | null | readonly KeyPart[];

/** One text for several parts: equal only for equal parts, whatever characters these have. */
export function toKey(...parts: readonly KeyPart[]): string {
  return JSON.stringify(parts);
}

/** The entries of a record, in an order of their own; what is undefined counts as absent. */
export function entriesOf(record: Readonly<Record<string, KeyPart | undefined>>): KeyPart {
  const present = (entry: [string, KeyPart | undefined]): entry is [string, KeyPart] =>
    entry[1] !== undefined;
  return Object.entries(record)
    .filter(present)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
