import { SentryError } from '../sentry/errors.ts';
import type { Middleware, SentryRequest } from '../sentry/request.ts';

/** Messages of a 404 that do not say what was not found: Sentry's and GlitchTip's. */
const BARE_WORDS: readonly (string | undefined)[] = [
  'The requested resource does not exist',
  'Not Found',
];

/** Adds to such a message what the last name in the path is, and where it was searched. */
export const explainNotFound: Middleware = (send) => async (request) => {
  try {
    return await send(request);
  } catch (error) {
    throw error instanceof SentryError && error.kind === 'notFound'
      ? explain(error, request)
      : error;
  }
};

const NAMES: Readonly<Record<string, string>> = { version: 'release' };

function explain(error: SentryError, { endpoint, params }: SentryRequest): SentryError {
  const name = endpoint.params.at(-1);
  if (!BARE_WORDS.includes(error.detail) || name === undefined) {
    return error;
  }
  const what = `${NAMES[name] ?? name} ${JSON.stringify(params[name])}`;
  const organization = JSON.stringify(params['organization']);
  const sentence =
    name === 'key'
      ? `There is no issue ${JSON.stringify(params['issue'])} with the tag ${JSON.stringify(params[name])}`
      : name === 'organization'
        ? `There is no ${what}`
        : `The organization ${organization} has no ${what}`;
  return new SentryError('notFound', `${sentence}, or the token may not read it.`, {
    status: error.status,
    detail: error.detail,
    rateLimit: error.rateLimit,
    missing: name,
    cause: error,
  });
}
