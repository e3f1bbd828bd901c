import { hash } from 'node:crypto';

/**
 * Opaque text for clients: base64url of a payload and its checksum.
 *
 * The checksum detects truncated, mistyped or invented text. It is not a signature, and needs none: whatever
 * the text names is requested with the caller's own token.
 */
export function withChecksum(payload: string): string {
  return Buffer.from(checksum(payload) + payload).toString('base64url');
}

/** The payload, or null if `withChecksum` would not return exactly this text. */
export function verifyChecksum(text: string): string | null {
  const decoded = Buffer.from(text, 'base64url').toString();
  const payload = decoded.slice(CHECKSUM_LENGTH);
  return payload !== '' && withChecksum(payload) === text ? payload : null;
}

const CHECKSUM_LENGTH = 6;

function checksum(payload: string): string {
  return hash('sha256', payload, 'base64url').slice(0, CHECKSUM_LENGTH);
}
