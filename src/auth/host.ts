import { isIP } from 'node:net';

/**
 * Whether a page of another site cannot have sent this `Host` header. DNS rebinding lets the page's
 * own host name resolve to this machine, which makes the gateway same-origin; but `Host` is then that
 * name, never an IP address or localhost.
 */
export function isOwnHost(header: string | undefined, names: ReadonlySet<string>): boolean {
  const name = parseHost(header ?? '');
  return (
    name !== null &&
    (isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost') || names.has(name))
  );
}

/** The host name without port and brackets; null if the header is not valid. */
function parseHost(header: string): string | null {
  if (header !== last.header) {
    last = { header, name: parseHostUrl(header) };
  }
  return last.name;
}

/** Nearly all callers send the same header, and parsing a URL takes longer than the rest of authentication. */
let last: { readonly header: string; readonly name: string | null } = { header: '', name: null };

function parseHostUrl(header: string): string | null {
  const url = `http://${header}`;
  if (!URL.canParse(url)) {
    return null;
  }
  return new URL(url).hostname.toLowerCase().replace(/^\[(.*)\]$/, '$1');
}
