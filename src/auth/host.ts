import { isIP } from 'node:net';

/**
 * Whether a `Host` header is one that a page of another site cannot have sent. Such a page can have
 * its own name resolve to this machine (DNS rebinding) and then counts as of one origin with the
 * gateway; but it has to go by that name, so addresses and names of loopback are safe.
 */
export function isOwnHost(header: string | undefined, names: ReadonlySet<string>): boolean {
  const name = nameIn(header ?? '');
  return (
    name !== null &&
    (isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost') || names.has(name))
  );
}

/** The name in a `Host` header, without port and brackets; null where there is none. */
function nameIn(header: string): string | null {
  if (header !== last.header) {
    last = { header, name: readName(header) };
  }
  return last.name;
}

/** Nearly all callers send the same, and reading it as a URL takes longer than all else at the door. */
let last: { readonly header: string; readonly name: string | null } = { header: '', name: null };

function readName(header: string): string | null {
  const url = `http://${header}`;
  if (!URL.canParse(url)) {
    return null;
  }
  return new URL(url).hostname.toLowerCase().replace(/^\[(.*)\]$/, '$1');
}
