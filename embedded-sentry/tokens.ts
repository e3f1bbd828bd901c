/** Who a token speaks for. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
  /** Slugs of the organizations it is a member of. */
  readonly organizations: readonly string[];
  readonly isExpired?: boolean;
}

const EVERY_SCOPE = ['org:read', 'project:read', 'event:read', 'event:write', 'event:admin'];
const ORGANIZATION = 'hellboy-meowmeow';

/** The tokens that the embedded Sentry accepts. They open nothing but its built-in data. */
export const TOKENS = {
  everyScope: {
    text: 'sntryu_embedded_every_scope',
    scopes: EVERY_SCOPE,
    organizations: [ORGANIZATION],
  },
  eventRead: {
    text: 'sntryu_embedded_event_read',
    scopes: ['event:read'],
    organizations: [ORGANIZATION],
  },
  withoutEvents: {
    text: 'sntryu_embedded_without_events',
    scopes: ['org:read', 'project:read'],
    organizations: [ORGANIZATION],
  },
  stranger: {
    text: 'sntryu_embedded_stranger',
    scopes: EVERY_SCOPE,
    organizations: ['other-org'],
  },
  strangerOrganization: {
    text: 'sntrys_embedded_stranger',
    scopes: EVERY_SCOPE,
    organizations: ['other-org'],
  },
  expired: {
    text: 'sntryu_embedded_expired',
    scopes: EVERY_SCOPE,
    organizations: [ORGANIZATION],
    isExpired: true,
  },
} as const satisfies Record<string, Token>;

export function findToken(text: string): Token | undefined {
  return Object.values<Token>(TOKENS).find((token) => token.text === text);
}
