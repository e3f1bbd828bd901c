import { SentryError, type SentryErrorKind } from '../sentry/errors.ts';
import { readRateLimit, readRetryAfterMs } from '../sentry/rate-limit.ts';
import { readErrorId, readNewSlug, readWords } from './refusal-words.ts';

/** An answer whose status is not 2xx, as far as it is read. */
export interface Refusal {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly text: string;
}

/** The error that an answer outside 2xx stands for, with Sentry's own words where it has some. */
export function toSentryError({ status, header, text }: Refusal, nowMs: number): SentryError {
  const newSlug = status === 302 ? readNewSlug(text) : null;
  if (newSlug !== null) {
    const sentence = `Sentry has this project under another name: its slug is \`${newSlug}\` now.`;
    return new SentryError('notFound', sentence, { status });
  }
  const kind = kindOfStatus(status);
  const isPassing = status === 429 || status === 503;
  const retryAfterMs = isPassing ? readRetryAfterMs(header, nowMs) : undefined;
  const detail = readWords(text, header('content-type')) ?? undefined;
  return new SentryError(kind, detail ?? sentenceOfKind(kind, status), {
    status,
    detail,
    errorId: status >= 500 ? readErrorId(text) : undefined,
    rateLimit: readRateLimit(header, nowMs),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
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

function sentenceOfKind(kind: SentryErrorKind, status: number): string {
  switch (kind) {
    case 'unauthenticated':
      return 'Sentry does not accept the token.';
    case 'forbidden':
      return 'Sentry does not let this token read that.';
    case 'notFound':
      return 'Sentry does not have that.';
    case 'refused':
      return `Sentry refused the request (HTTP ${status}).`;
    case 'conflict':
      return 'Sentry does not do that now: something else is under way.';
    case 'rateLimited':
      return 'Sentry takes no more requests for now.';
    case 'timeout':
      return `Sentry took too long (HTTP ${status}).`;
    case 'badResponse':
      return status >= 300 && status < 400
        ? `Sentry answered with a redirect (HTTP ${status}), which is not followed: the token must not leave its server. SENTRY_URL may need another address.`
        : `Sentry gave an answer that cannot be used (HTTP ${status}).`;
    default:
      return `Sentry failed to answer (HTTP ${status}).`;
  }
}
