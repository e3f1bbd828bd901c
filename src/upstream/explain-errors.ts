import { SentryError } from '../sentry/errors.ts';
import type { Middleware, SentryRequest } from '../sentry/request.ts';

/** Adds to a 403 or 404 what the server's message leaves out. */
export const explainErrors: Middleware = (send) => async (request) => {
  try {
    return await send(request);
  } catch (error) {
    throw error instanceof SentryError ? explain(error, request) : error;
  }
};

function explain(error: SentryError, request: SentryRequest): SentryError {
  switch (error.kind) {
    case 'forbidden':
      return explainForbidden(error, request);
    case 'notFound':
      return explainNotFound(error, request);
    default:
      return error;
  }
}

/**
 * Messages of a 403 without a reason: Sentry's, GlitchTip's, and the gateway's for an empty body. Others, such as
 * for missing single sign-on or a disabled feature, have a reason of their own.
 */
const BARE_REFUSALS: readonly string[] = [
  'You do not have permission to perform this action.',
  'Permission denied',
  'The token lacks permission for this request.',
];

/**
 * Adds the endpoint's scope to a 403 without a reason. Sentry uses the same message for a missing scope and a
 * missing membership, so the message names both; Sentry checks the scope first.
 */
function explainForbidden(error: SentryError, { endpoint }: SentryRequest): SentryError {
  const requiredScope = endpoint.scope;
  if (requiredScope === null || !BARE_REFUSALS.includes(error.message)) {
    return error;
  }
  return new SentryError(
    'forbidden',
    `${error.message.replace(/\.?$/, '.')} The token needs the scope \`${requiredScope}\`, and its owner needs access.`,
    { status: error.status, cause: error, requiredScope },
  );
}

/** Messages of a 404 that do not say what was not found: Sentry's and GlitchTip's. */
const BARE_WORDS: readonly (string | undefined)[] = [
  'The requested resource does not exist',
  'Not Found',
];

const NAMES: Readonly<Record<string, string>> = { version: 'release' };

/** Adds to such a message what the last name in the path is, and where it was searched. */
function explainNotFound(error: SentryError, { endpoint, params }: SentryRequest): SentryError {
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
