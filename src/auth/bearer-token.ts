/** The token of an `Authorization: Bearer` header (RFC 6750), or null if there is none to use. */
export function readBearerToken(header: string | undefined): string | null {
  return /^Bearer +([\x21-\x7e]+) *$/i.exec(header ?? '')?.[1] ?? null;
}
