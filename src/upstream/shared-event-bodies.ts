import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SharedEntries } from '../redis/shared-entries.ts';
import type { JsonObject } from '../sentry/json.ts';
import { NestedTooDeep, requireShallow, stringifyJson } from '../sentry/json-text.ts';
import type { CacheEntry, CacheStore } from './cache-store.ts';
import { compressBody, decodeBody } from './content-encoding.ts';
import { parseJson } from './parse-json.ts';

/** The event bodies that any replica read. */
export interface SharedEventBodies {
  /** Reads those that this replica lacks into its own store. */
  load(keys: readonly string[]): Promise<void>;
  keep(bodies: ReadonlyMap<string, CacheEntry<JsonObject>>): Promise<void>;
}

export function shareEventBodies(entries: SharedEntries, store: CacheStore): SharedEventBodies {
  async function load(key: string): Promise<void> {
    const entry = await entries.read<Header>(key);
    if (entry) {
      const { encoding, bytes, freshUntilMs } = entry.header;
      const value = parseJson(await decodeBody(entry.body, encoding, bytes));
      store.set(key, { value, bytes, freshUntilMs }, freshUntilMs - Date.now());
    }
  }

  return {
    async load(keys) {
      await Promise.all(keys.filter((key) => !store.get(key)).map(load));
    },
    async keep(bodies) {
      for (const [key, { value, freshUntilMs }] of bodies) {
        // Operations run between the bodies of a page.
        await nextTurn();
        const text = toText(value);
        if (text === null) {
          continue;
        }
        const { bytes: body, encoding } = await compressBody({ bytes: text, encoding: undefined });
        const header = { encoding, bytes: text.length, freshUntilMs } satisfies Header;
        await entries.write(key, { header, body }, freshUntilMs - Date.now());
      }
    },
  };
}

interface Header {
  readonly encoding: string | undefined;
  readonly bytes: number;
  readonly freshUntilMs: number;
}

/** Null for a body that is nested too deep for `JSON.stringify`: it stays in the memory of this replica. */
function toText(body: JsonObject): Buffer | null {
  try {
    return Buffer.from(stringifyJson(requireShallow(body)));
  } catch (error) {
    if (error instanceof NestedTooDeep) {
      return null;
    }
    throw error;
  }
}
