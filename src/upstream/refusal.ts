import { SentryError, type SentryErrorKind } from '../sentry/errors.ts';
import { readRateLimit, readRetryAfterMs } from '../sentry/rate-limit.ts';
import { readErrorId, readNewSlug, readWords } from './refusal-words.ts';

/** A response with a status outside 2xx. */
export interface Refusal {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly text: string;
}

/** The error for a status outside 2xx, with Sentry's own message if there is one. */
export function toSentryError({ status, header, text }: Refusal, nowMs: number): SentryError {
  const newSlug = status === 302 ? readNewSlug(text) : null;
  if (newSlug !== null) {
    const message = `The project was renamed: its slug is now \`${newSlug}\`.`;
    return new SentryError('notFound', message, { status });
  }
  const detail = readWords(text, header('content-type')) ?? undefined;
  // Sentry and GlitchTip send a message with a 404; without one, the server has no such route.
  const kind = status === 404 && detail === undefined ? 'unsupported' : kindOfWords(detail, status);
  const isTransient = status === 429 || status === 503;
  const retryAfterMs = isTransient ? readRetryAfterMs(header, nowMs) : undefined;
  return new SentryError(kind, detail ?? messageOfKind(kind, status), {
    status,
    detail,
    errorId: status >= 500 ? readErrorId(text) : undefined,
    rateLimit: readRateLimit(header, nowMs),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** A 400 that may pass later: Sentry restricted merges of large issues in summer 2026 (getsentry/sentry#118615). */
const RESTRICTED_FOR_NOW = /^Large merges and unmerges are temporarily restricted/;

function kindOfWords(detail: string | undefined, status: number): SentryErrorKind {
  return detail !== undefined && RESTRICTED_FOR_NOW.test(detail)
    ? 'conflict'
    : kindOfStatus(status);
}

function kindOfStatus(status: number): SentryErrorKind {
  switch (status) {
    case 400:
    case 422:
      return 'refused';
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
      return 'notFound';
    case 409:
      return 'conflict';
    case 429:
      return 'rateLimited';
    case 408:
    case 504:
      return 'timeout';
    default:
      return status >= 500 ? 'unavailable' : 'badResponse';
  }
}

function messageOfKind(kind: SentryErrorKind, status: number): string {
  switch (kind) {
    case 'unauthenticated':
      return 'Sentry does not accept the token.';
    case 'forbidden':
      return 'The token lacks permission for this request.';
    case 'unsupported':
      return `The server does not have this route (HTTP ${status} without a message): its version is too old, or SENTRY_URL is wrong.`;
    case 'refused':
      return `Sentry refused the request (HTTP ${status}).`;
    case 'conflict':
      return 'Sentry refuses this change while another one is in progress.';
    case 'rateLimited':
      return "Sentry's rate limit is exhausted.";
    case 'timeout':
      return `Sentry timed out (HTTP ${status}).`;
    case 'badResponse':
      return status >= 300 && status < 400
        ? `Sentry answered with a redirect (HTTP ${status}), which is not followed, so that the token is not sent to another server. Check SENTRY_URL.`
        : `Sentry returned an unusable response (HTTP ${status}).`;
    default:
      return `Sentry failed (HTTP ${status}).`;
  }
}
