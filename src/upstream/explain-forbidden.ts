import { SentryError } from '../sentry/errors.ts';
import type { Middleware, SentryRequest } from '../sentry/request.ts';

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
export const explainForbidden: Middleware = (send) => async (request) => {
  try {
    return await send(request);
  } catch (error) {
    throw withScope(error, request);
  }
};

function withScope(error: unknown, request: SentryRequest): unknown {
  const requiredScope = request.endpoint.scope;
  if (
    !(error instanceof SentryError) ||
    error.kind !== 'forbidden' ||
    requiredScope === null ||
    !BARE_REFUSALS.includes(error.message)
  ) {
    return error;
  }
  return new SentryError(
    'forbidden',
    `${error.message.replace(/\.?$/, '.')} The token needs the scope \`${requiredScope}\`, and its owner needs access.`,
    {
      ...(error.status === undefined ? {} : { status: error.status }),
      cause: error,
      requiredScope,
    },
  );
}
