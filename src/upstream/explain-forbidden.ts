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
  const requiredScope = requiredScopeOf(request);
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

/**
 * The least scope that Sentry's permission classes take for a route, or null where that is not
 * known. Issues and what lies below them go by `GroupPermission` (`event:*`), the organization's
 * other collections by `OrganizationPermission` (`org:*`), a project's by `ProjectPermission`.
 */
export function requiredScopeOf({
  method,
  path,
}: Pick<SentryRequest, 'method' | 'path'>): string | null {
  const [, root, , ...below] = path.replace(/\/$/, '').split('/');
  const area = root === 'organizations' || root === 'projects' ? areaOf(root, below) : null;
  return area && `${area}:${LEVELS[method] ?? 'write'}`;
}

/** DELETE is how older servers and GlitchTip unmerge. */
const LEVELS: Readonly<Record<string, string>> = { GET: 'read', DELETE: 'admin' };

function areaOf(root: 'organizations' | 'projects', below: readonly string[]): string {
  const collection = root === 'organizations' ? below[0] : below[1];
  switch (collection) {
    case 'issues':
    case 'groups':
    case 'shortids':
      return 'event';
    default:
      return root === 'organizations' ? 'org' : 'project';
  }
}
