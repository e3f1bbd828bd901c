import { SentryError } from '../sentry/errors.ts';
import type { Middleware, SentryRequest } from '../sentry/request.ts';

/**
 * The words of a 403 that says nothing more: of Sentry, of GlitchTip, and of the gateway where there
 * were none. Others (a missing sign-on, a switched-off feature) have a reason of their own.
 */
const BARE_REFUSALS: readonly string[] = [
  'You do not have permission to perform this action.',
  'Permission denied',
  'Sentry does not let this token read that.',
];

/**
 * Says of a bare 403 which scope the route takes. Sentry answers a missing scope and a missing
 * membership in the same words, so both are named; the scope is checked first.
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
    `${error.message.replace(/\.?$/, '.')} It takes a token with the scope \`${requiredScope}\` whose owner may see that.`,
    {
      ...(error.status === undefined ? {} : { status: error.status }),
      cause: error,
      requiredScope,
    },
  );
}
