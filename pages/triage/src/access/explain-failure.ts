import type { CredentialKind } from '../../../../src/http/pages/triage-settings.ts';
import { CREDENTIALS, type Credentials } from './credentials.ts';

interface Failure {
  readonly code: string;
  /** Status of the HTTP response; null if there was none. */
  readonly status: number | null;
}

export interface Explanation {
  readonly heading: string;
  /** What can be done; null if the message of the failure is enough. */
  readonly advice: string | null;
  /** The secrets to ask for. */
  readonly secrets: readonly CredentialKind[];
}

/**
 * Who has refused a request, and what this gateway needs: it has a Sentry token of its own, or forwards that
 * of the user; and it may want a secret for itself.
 *
 * @param kinds the secrets that the gateway needs
 * @param given those that the user has entered
 */
export function explainFailure(
  { code, status }: Failure,
  kinds: readonly CredentialKind[],
  given: Credentials,
): Explanation {
  if (code === 'UNAUTHENTICATED' && status === 401) {
    const own = kinds.filter((kind) => kind !== 'sentryToken');
    return secretWanted(own, given, 'The gateway refused');
  }
  if (code === 'UNAUTHENTICATED' && kinds.includes('sentryToken')) {
    return secretWanted(['sentryToken'], given, 'Sentry refused');
  }
  if (code === 'UNAUTHENTICATED') {
    return {
      heading: 'Sentry refused the gateway’s token',
      advice: 'The gateway’s operator has to replace it; the page cannot.',
      secrets: [],
    };
  }
  if (code === 'FORBIDDEN') {
    return kinds.includes('sentryToken')
      ? { heading: 'The token lacks permission', advice: null, secrets: ['sentryToken'] }
      : {
          heading: 'The gateway’s token lacks permission',
          advice: 'The gateway’s operator can give it more scopes; the page cannot.',
          secrets: [],
        };
  }
  return {
    heading: HEADINGS[code] ?? 'The page cannot be loaded',
    advice: null,
    secrets: [],
  };
}

function secretWanted(
  kinds: readonly CredentialKind[],
  given: Credentials,
  whoRefused: string,
): Explanation {
  const labels = kinds.map((kind) => CREDENTIALS[kind].label);
  const isGiven = kinds.every((kind) => given[kind] !== undefined);
  const article = /^[AEIO]/.test(labels[0] ?? '') ? 'An' : 'A';
  return {
    heading: isGiven
      ? `${whoRefused} the ${labels.join(' or the ')}`
      : labels.length > 1
        ? `${labels.join(' and ')} are needed`
        : `${article} ${labels.join()} is needed`,
    advice: null,
    secrets: kinds,
  };
}

const HEADINGS: Readonly<Record<string, string>> = {
  NOT_FOUND: 'Issue not found',
  RATE_LIMITED: 'Sentry’s rate limit is exhausted',
  OFFLINE: 'The gateway cannot be reached',
  UPSTREAM_TIMEOUT: 'Sentry took too long',
  UPSTREAM_UNAVAILABLE: 'Sentry cannot be reached',
};
