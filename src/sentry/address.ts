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

/** Without the spaces or the full stop around an address in a text. */
function parseUrl(text: string): URL | null {
  const address = text.trim().replace(/[.,;:)>]+$/, '');
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : null;
}

export function isSentryIo({ hostname }: URL): boolean {
  return hostname === 'sentry.io' || hostname.endsWith('.sentry.io');
}

type SplitPath = readonly [organization: string | undefined, below: readonly string[]];

/** Sections of Sentry's navigation, which precede the kind of object. */
const SECTIONS: ReadonlySet<string> = new Set(['explore', 'insights', 'settings']);

function splitPath(url: URL): SplitPath {
  const [organization, below] = splitAtOrganization(url);
  return [organization, SECTIONS.has(below[0] ?? '') ? below.slice(1) : below];
}

function splitAtOrganization(url: URL): SplitPath {
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
  const organization = parts[issues < 2 ? issues - 1 : issues - 2];
  // `/api/0/issues/…` names no organization.
  return [organization === 'api' ? undefined : organization, parts.slice(Math.max(0, issues))];
}

/** A number, or a short ID, which ends in Crockford's base 32; `views`, `feedback` and `alerts` are pages. */
const ISSUE = /^(?:\d+|[\w-]+-[0-9A-HJKMNP-TV-Z]+)$/i;

function readPath(
  [kind, name, below, id]: readonly string[],
  query: URLSearchParams,
): AddressedObject | null {
  const event = below === 'events' ? id : undefined;
  switch (kind) {
    case 'issues':
    case 'groups':
      // Since 2025, feedback is below issues.
      return name === 'feedback' ? readFeedback(query) : readIssue(name, event);
    case 'projects':
      return name === undefined ? null : { project: name, event };
    case 'discover':
    case 'performance': {
      const [project, eventId] = name?.split(':') ?? [];
      return eventId === undefined ? null : { project, event: eventId };
    }
    case 'feedback':
      return readFeedback(query);
    default:
      return null;
  }
}

function readFeedback(query: URLSearchParams): AddressedObject | null {
  return readIssue(query.get('feedbackSlug')?.split(':')[1]);
}

function readIssue(issue = '', event?: string): AddressedObject | null {
  return ISSUE.test(issue) ? { issue, event } : null;
}
