import { verifyChecksum, withChecksum } from './checksum.ts';
import { badUserInput } from './errors.ts';

/** Longest global ID that is looked at: a type's name and three Sentry names fit many times over. */
const MAX_GLOBAL_ID_LENGTH = 512;

export interface GlobalId {
  readonly type: string;
  readonly parts: readonly string[];
}

/**
 * A Relay global object ID: unique over all types, opaque to clients.
 * Parts are names that Sentry's URLs can carry, so the separator cannot occur in them.
 */
export function encodeGlobalId(type: string, ...parts: readonly string[]): string {
  return withChecksum(['1', type, ...parts].join(SEPARATOR));
}

/** @throws BAD_USER_INPUT if `id` was not made by `encodeGlobalId`. */
export function decodeGlobalId(id: string): GlobalId {
  const named = readGlobalId(id);
  if (named === null) {
    throw badUserInput(
      'The ID is not one that this gateway gave: it takes an `id` from an answer.',
    );
  }
  return named;
}

/** What an ID names, or null if `id` was not made by `encodeGlobalId`. */
export function readGlobalId(id: string): GlobalId | null {
  const payload = id.length <= MAX_GLOBAL_ID_LENGTH ? verifyChecksum(id) : null;
  const [version, type, ...parts] = payload?.split(SEPARATOR) ?? [];
  return version === '1' && type !== undefined ? { type, parts } : null;
}

const SEPARATOR = '|';
