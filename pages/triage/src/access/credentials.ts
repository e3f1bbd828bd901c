import type { CredentialKind } from '../../../../src/http/pages/triage-settings.ts';

/** Secrets that the user has entered. */
export type Credentials = Readonly<Partial<Record<CredentialKind, string>>>;

interface CredentialText {
  readonly label: string;
  readonly header: string;
  readonly placeholder: string;
  readonly help: string;
}

export const CREDENTIALS: Readonly<Record<CredentialKind, CredentialText>> = {
  sentryToken: {
    label: 'Sentry token',
    header: 'Authorization',
    placeholder: 'sntryu_…',
    help: 'The gateway forwards it to Sentry. Reading needs the scope event:read, the grouping project:read, unmerging and changing an issue event:write.',
  },
  apiKey: {
    label: 'API key',
    header: 'X-Api-Key',
    placeholder: '',
    help: 'One of the keys in the gateway’s GATEWAY_API_KEYS.',
  },
  jwt: {
    label: 'JWT',
    header: 'Authorization',
    placeholder: 'eyJ…',
    help: 'From the identity provider that the gateway trusts.',
  },
  routerSecret: {
    label: 'Router secret',
    header: 'X-Router-Authorization',
    placeholder: '',
    help: 'The gateway accepts operations only with its ROUTER_SECRET.',
  },
};

export function headersOf(credentials: Credentials): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(credentials).map(([kind, secret]) => {
      const { header } = CREDENTIALS[kind as CredentialKind];
      return [header, header === 'Authorization' ? `Bearer ${secret}` : secret];
    }),
  );
}
