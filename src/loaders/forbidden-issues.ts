import { createHash } from 'node:crypto';
import { toKey } from '../key.ts';
import { SentryError } from '../sentry/errors.ts';
import type { IssueRef } from '../sentry/issues.ts';

/** Issues that Sentry recently refused to one caller. */
export interface ForbiddenIssues {
  find(issue: IssueRef): SentryError | undefined;
  remember(issue: IssueRef, refusal: Error): void;
}

/** For all callers and operations; contains no token. */
export interface ForbiddenIssuesMemory {
  of(token: string | null): ForbiddenIssues;
}

export interface ForbiddenIssuesMemoryOptions {
  /** @default 60_000 */
  readonly ttlMs?: number;
  /** Maximum entries of all callers; the oldest are removed first. @default 10_000 */
  readonly maxIssues?: number;
  readonly now?: () => number;
}

interface Refusal {
  readonly words: string;
  readonly requiredScope: string | undefined;
  readonly expiresMs: number;
}

/**
 * One forbidden ID makes Sentry answer 403 for the whole list, without saying which. Finding it takes several
 * requests, so it is cached across operations.
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
          refusals.delete(key); // moves it to the end: the map is in order of expiry
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
