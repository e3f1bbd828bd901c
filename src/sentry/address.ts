/** What the address of a page of Sentry names, as people copy it from their browser. */
export interface Address extends AddressedObject {
  readonly organization: string;
}

interface AddressedObject {
  /** Slug. */
  readonly project?: string | undefined;
  /** Numeric ID or short ID. */
  readonly issue?: string | undefined;
  /** An ID, or `latest`, `oldest` or `recommended`. */
  readonly event?: string | undefined;
}

/** First parts of Sentry's host names that are not organizations; other regions have two letters. */
const NOT_ORGANIZATIONS: ReadonlySet<string> = new Set(['www', 'docs', 'status', 'us2']);

export function isAddress(text: string): boolean {
  return parseUrl(text) !== null;
}

/** Null if the address does not name an organization with an issue, an event or a project. */
export function readAddress(text: string): Address | null {
  const url = parseUrl(text);
  if (url === null) {
    return null;
  }
  const [organization, path] = splitPath(url);
  const found = readPath(path, url.searchParams);
  return organization === undefined || found === null ? null : { organization, ...found };
}

/** Whether an address is on a server; sentry.io has a host name for each organization and region. */
export function isOnServer(text: string, serverUrl: string): boolean {
  const [address, server] = [parseUrl(text), parseUrl(serverUrl)];
  if (address === null || server === null) {
    return false;
  }
  return isSentryIo(server) ? isSentryIo(address) : address.host === server.host;
}

function parseUrl(text: string): URL | null {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null;
}

export function isSentryIo({ hostname }: URL): boolean {
  return hostname === 'sentry.io' || hostname.endsWith('.sentry.io');
}

type SplitPath = readonly [organization: string | undefined, below: readonly string[]];

function splitPath(url: URL): SplitPath {
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const at = parts.indexOf('organizations');
  if (at >= 0) {
    return [parts[at + 1], parts.slice(at + 2)];
  }
  const projects = parts.indexOf('projects');
  if (projects > 0 && parts[projects - 1] === '0') {
    // `/api/0/projects/{organization}/{project}/…`
    return [parts[projects + 1], ['projects', ...parts.slice(projects + 2)]];
  }
  if (projects > 0 && parts[projects - 2] === 'settings') {
    return [parts[projects - 1], parts.slice(projects)];
  }
  const [label = ''] = url.hostname.split('.');
  if (isSentryIo(url) && url.hostname.split('.').length === 3) {
    if (label.length > 2 && !NOT_ORGANIZATIONS.has(label)) {
      return [label, parts];
    }
  }
  // Sentry until 2019 and GlitchTip: `/{organization}/issues/…`, `/{organization}/{project}/issues/…`.
  const issues = parts.indexOf('issues');
  return [parts[issues < 2 ? issues - 1 : issues - 2], parts.slice(Math.max(0, issues))];
}

function readPath(
  [kind, name, below, id]: readonly string[],
  query: URLSearchParams,
): AddressedObject | null {
  const event = below === 'events' ? id : undefined;
  switch (kind) {
    case 'issues':
    case 'groups':
      return name === undefined ? null : { issue: name, event };
    case 'projects':
      return name === undefined ? null : { project: name, event };
    case 'discover':
    case 'performance': {
      const [project, eventId] = name?.split(':') ?? [];
      return eventId === undefined ? null : { project, event: eventId };
    }
    case 'feedback': {
      const [, issue] = query.get('feedbackSlug')?.split(':') ?? [];
      return issue === undefined ? null : { issue };
    }
    default:
      return null;
  }
}
