import { hash } from 'node:crypto';

/**
 * Opaque text for clients: base64url of a payload and a checksum of it.
 *
 * The checksum finds what was cut, mistyped or made up; it is no signature. It needs none: whatever
 * a decoded text names is looked up with the caller's own token.
 */
export function withChecksum(payload: string): string {
  return Buffer.from(checksum(payload) + payload).toString('base64url');
}

/** The payload of a sealed text, or null if it is not exactly what `withChecksum` once gave. */
export function verifyChecksum(text: string): string | null {
  const opened = Buffer.from(text, 'base64url').toString();
  const payload = opened.slice(CHECKSUM_LENGTH);
  return payload !== '' && withChecksum(payload) === text ? payload : null;
}

const CHECKSUM_LENGTH = 6;

function checksum(payload: string): string {
  return hash('sha256', payload, 'base64url').slice(0, CHECKSUM_LENGTH);
}
