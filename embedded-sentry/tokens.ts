/** A token and its permissions. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
  /** Slugs of the organizations it is a member of. */
  readonly organizations: readonly string[];
  readonly isExpired?: boolean;
  /** ID of the user; absent for tokens of an integration or an organization. */
  readonly user?: string;
  /** Slug of the organization that installed the integration. */
  readonly integrationOf?: string;
  readonly isInNoTeam?: boolean;
}

/** The identity by which the rate limiter counts a request. */
export interface Identity {
  readonly kind: 'user' | 'org' | 'ip';
  readonly id: string;
}

const EVERY_SCOPE = [
  'org:read',
  'project:read',
  'project:releases',
  'event:read',
  'event:write',
  'event:admin',
];
const READ_SCOPES = ['org:read', 'project:read', 'event:read'];
const ORGANIZATION = 'hellboy-meowmeow';
const OWNER = '550747';

/** The tokens that the embedded Sentry accepts. They give access only to its built-in data. */
export const TOKENS = {
  everyScope: {
    text: 'sntryu_embedded_every_scope',
    scopes: EVERY_SCOPE,
    organizations: [ORGANIZATION],
    user: OWNER,
  },
  /** Another token of the same user. */
  sameUser: {
    text: 'sntryu_embedded_same_user',
    scopes: EVERY_SCOPE,
    organizations: [ORGANIZATION],
    user: OWNER,
  },
  /** A member of two organizations. */
  bothOrganizations: {
    text: 'sntryu_embedded_both_organizations',
    scopes: EVERY_SCOPE,
    organizations: [ORGANIZATION, 'other-org'],
    user: '550760',
  },
  eventRead: {
    text: 'sntryu_embedded_event_read',
    scopes: ['event:read'],
    organizations: [ORGANIZATION],
    user: '550748',
  },
  withoutEvents: {
    text: 'sntryu_embedded_without_events',
    scopes: ['org:read', 'project:read'],
    organizations: [ORGANIZATION],
    user: '550749',
  },
  noScope: {
    text: 'sntryu_embedded_no_scope',
    scopes: [],
    organizations: [ORGANIZATION],
    user: '550749',
  },
  eventWrite: {
    text: 'sntryu_embedded_event_write',
    scopes: ['event:write'],
    organizations: [ORGANIZATION],
    user: '550749',
  },
  eventReadWrite: {
    text: 'sntryu_embedded_event_read_write',
    scopes: ['event:read', 'event:write'],
    organizations: [ORGANIZATION],
    user: '550749',
  },
  /** A member of another organization. */
  outsider: {
    text: 'sntryu_embedded_outsider',
    scopes: EVERY_SCOPE,
    organizations: ['other-org'],
    user: '550750',
  },
  otherOrganization: {
    text: 'sntrys_embedded_other_organization',
    scopes: EVERY_SCOPE,
    organizations: ['other-org'],
  },
  expired: {
    text: 'sntryu_embedded_expired',
    scopes: EVERY_SCOPE,
    organizations: [ORGANIZATION],
    isExpired: true,
    user: OWNER,
  },
  /** An owner who is in no team: without `project=` they have no projects. */
  noTeam: {
    text: 'sntryu_embedded_no_team',
    scopes: EVERY_SCOPE,
    organizations: [ORGANIZATION],
    user: '550751',
    isInNoTeam: true,
  },
  integration: {
    text: 'sntryi_embedded_integration',
    scopes: READ_SCOPES,
    organizations: [ORGANIZATION],
    integrationOf: ORGANIZATION,
  },
  /** On sentry.io, such tokens have only the scope `org:ci`, which cannot read issues. */
  organization: {
    text: 'sntrys_embedded_organization',
    scopes: READ_SCOPES,
    organizations: [ORGANIZATION],
  },
  organizationCi: {
    text: 'sntrys_embedded_ci',
    scopes: ['org:ci'],
    organizations: [ORGANIZATION],
  },
  organizationToo: {
    text: 'sntrys_embedded_organization_too',
    scopes: READ_SCOPES,
    organizations: [ORGANIZATION],
  },
} as const satisfies Record<string, Token>;

export function findToken(text: string): Token | undefined {
  return Object.values<Token>(TOKENS).find((token) => token.text === text);
}

/** Tokens of one user share an identity, as do all integrations of an organization; others are counted by IP address. */
export function identityOf(authorization: string | undefined, address: string): Identity {
  const { user, integrationOf } = findToken(authorization?.split(' ')[1] ?? '') ?? {};
  if (user !== undefined) {
    return { kind: 'user', id: user };
  }
  return integrationOf === undefined
    ? { kind: 'ip', id: address }
    : { kind: 'org', id: integrationOf };
}
