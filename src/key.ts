export type KeyPart = string | number | boolean | null | readonly KeyPart[];

/** An injective encoding: keys are equal only if all parts are equal. */
export function toKey(...parts: readonly KeyPart[]): string {
  return JSON.stringify(parts);
}

/** The entries of a record in sorted order, without undefined values. */
export function entriesOf(record: Readonly<Record<string, KeyPart | undefined>>): KeyPart {
  const present = (entry: [string, KeyPart | undefined]): entry is [string, KeyPart] =>
    entry[1] !== undefined;
  return Object.entries(record)
    .filter(present)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
