import { isIP } from 'node:net';

/**
 * Whether a `Host` header is one that a page of another site cannot have sent. Such a page can have
 * its own name resolve to this machine (DNS rebinding) and then counts as of one origin with the
 * gateway; but it has to go by that name, so addresses and names of loopback are safe.
 */
export function isOwnHost(header: string | undefined, names: ReadonlySet<string>): boolean {
  const url = `http://${header ?? ''}`;
  if (!URL.canParse(url)) {
    return false;
  }
  const name = new URL(url).hostname.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost') || names.has(name);
}
