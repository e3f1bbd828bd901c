import type { CredentialKind } from '../../../../src/http/pages/triage-settings.ts';
import { CREDENTIALS, type Credentials } from './credentials.ts';

interface Failure {
  readonly code: string;
  readonly message: string;
  /** Status of the HTTP response; null if there was none. */
  readonly status: number | null;
}

export interface Explanation {
  readonly heading: string;
  /** Null if it is for programs: how a secret is sent. */
  readonly message: string | null;
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
 * @param what could not be loaded
 */
export function explainFailure(
  failure: Failure,
  kinds: readonly CredentialKind[],
  given: Credentials,
  what = 'The issue',
): Explanation {
  const { code, message, status } = failure;
  if (code === 'UNAUTHENTICATED' && status === 401) {
    const own = kinds.filter((kind) => kind !== 'sentryToken');
    return wantSecrets(own, given, failure, 'The gateway refused');
  }
  if (code === 'UNAUTHENTICATED' && kinds.includes('sentryToken')) {
    return wantSecrets(['sentryToken'], given, failure, 'Sentry refused');
  }
  if (code === 'UNAUTHENTICATED') {
    return {
      heading: 'Sentry refused the gateway’s token',
      message,
      advice: 'The gateway’s operator has to replace it; the page cannot.',
      secrets: [],
    };
  }
  if (code === 'FORBIDDEN') {
    return kinds.includes('sentryToken')
      ? { heading: 'The token lacks permission', message, advice: null, secrets: ['sentryToken'] }
      : {
          heading: 'The gateway’s token lacks permission',
          message,
          advice: 'The gateway’s operator can give it more scopes; the page cannot.',
          secrets: [],
        };
  }
  return {
    heading: HEADINGS[code] ?? `${what} could not be loaded`,
    message,
    advice: null,
    secrets: [],
  };
}

function wantSecrets(
  kinds: readonly CredentialKind[],
  given: Credentials,
  { message }: Failure,
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
    message: isGiven ? message : null,
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
