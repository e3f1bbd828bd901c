/** Documents by the ID that a caller sends instead. */
export type Safelist = ReadonlyMap<string, string>;

/**
 * Reads Apollo's persisted query manifest (`operations: [{ id, body }]`), or an object of documents by
 * ID. Null if the text is neither.
 */
export function parseSafelist(text: string): Safelist | null {
  const entries = entriesOf(parseJson(text));
  return entries?.every(isPair) ? new Map(entries) : null;
}

function entriesOf(json: unknown): readonly (readonly unknown[])[] | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return null;
  }
  if (!('format' in json)) {
    return Object.entries(json);
  }
  return json.format === 'apollo-persisted-query-manifest' && 'operations' in json
    ? toPairs(json.operations)
    : null;
}

function toPairs(operations: unknown): readonly (readonly unknown[])[] | null {
  return Array.isArray(operations) ? operations.map((one) => [one?.id, one?.body]) : null;
}

function isPair(pair: readonly unknown[]): pair is readonly [string, string] {
  return pair.every((part) => typeof part === 'string' && part !== '');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
