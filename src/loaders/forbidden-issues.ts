import { createHash } from 'node:crypto';
import { toKey } from '../key.ts';
import { SentryError } from '../sentry/errors.ts';
import type { IssueRef } from '../sentry/issues.ts';

/** The issues that Sentry has lately refused to one caller. */
export interface ForbiddenIssues {
  /** The refusal, if it is known still. */
  find(issue: IssueRef): SentryError | undefined;
  remember(issue: IssueRef, refusal: Error): void;
}

/** The same for all callers, across operations; it holds no token. */
export interface ForbiddenIssuesMemory {
  of(token: string | null): ForbiddenIssues;
}

export interface ForbiddenIssuesMemoryOptions {
  /** How long a refusal is held to be true, in milliseconds. @default 60_000 */
  readonly ttlMs?: number;
  /** Most issues that are remembered, of all callers; the oldest go first. @default 10_000 */
  readonly maxIssues?: number;
  readonly now?: () => number;
}

interface Refusal {
  readonly words: string;
  readonly requiredScope: string | undefined;
  readonly expiresMs: number;
}

/**
 * Sentry refuses a whole list of issues for one that the caller may not read, and does not say
 * which. It takes several requests to find out, so it is not found out again for every operation.
 */
export function createForbiddenIssuesMemory({
  ttlMs = 60_000,
  maxIssues = 10_000,
  now = Date.now,
}: ForbiddenIssuesMemoryOptions = {}): ForbiddenIssuesMemory {
  const refusals = new Map<string, Refusal>();

  return {
    of(token) {
      let caller: string | undefined;
      const keyOf = ({ organization, issue }: IssueRef) => {
        caller ??= createHash('sha256')
          .update(token ?? '')
          .digest('base64url');
        return toKey(caller, organization, issue);
      };
      return {
        find(issue) {
          const refusal = refusals.size === 0 ? undefined : refusals.get(keyOf(issue));
          return refusal && refusal.expiresMs > now()
            ? new SentryError('forbidden', refusal.words, { requiredScope: refusal.requiredScope })
            : undefined;
        },
        remember(issue, refusal) {
          const key = keyOf(issue);
          refusals.delete(key); // to the end: the map is in order of expiry
          refusals.set(key, {
            words: refusal.message,
            requiredScope: refusal instanceof SentryError ? refusal.requiredScope : undefined,
            expiresMs: now() + ttlMs,
          });
          for (const [oldest, { expiresMs }] of refusals) {
            if (refusals.size <= maxIssues && expiresMs > now()) {
              break;
            }
            refusals.delete(oldest);
          }
        },
      };
    },
  };
}
