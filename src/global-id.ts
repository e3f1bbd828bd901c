import { verifyChecksum, withChecksum } from './checksum.ts';
import { badUserInput } from './errors.ts';

/** Longer texts are refused. A type's name and three names of Sentry are much shorter. */
const MAX_GLOBAL_ID_LENGTH = 512;

export interface GlobalId {
  readonly type: string;
  readonly parts: readonly string[];
}

/**
 * A Relay global object ID: unique over all types, opaque to clients.
 * Its parts are names in Sentry's URLs, which cannot contain the separator.
 */
export function encodeGlobalId(type: string, ...parts: readonly string[]): string {
  return withChecksum(['1', type, ...parts].join(SEPARATOR));
}

/** @throws BAD_USER_INPUT if `id` was not made by `encodeGlobalId`. */
export function decodeGlobalId(id: string): GlobalId {
  const named = readGlobalId(id);
  if (named === null) {
    throw badUserInput('The ID was not created by this gateway. Use an `id` from a response.');
  }
  return named;
}

/** Null if `id` was not made by `encodeGlobalId`. */
export function readGlobalId(id: string): GlobalId | null {
  const payload = id.length <= MAX_GLOBAL_ID_LENGTH ? verifyChecksum(id) : null;
  const [version, type, ...parts] = payload?.split(SEPARATOR) ?? [];
  return version === '1' && type !== undefined ? { type, parts } : null;
}

const SEPARATOR = '|';
