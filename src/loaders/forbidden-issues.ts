import { createHash } from 'node:crypto';
import { toKey } from '../key.ts';
import type { Outcomes, SentryApi } from '../sentry/api.ts';
import { isSentryError, SentryError } from '../sentry/errors.ts';
import type { IssueRef } from '../sentry/issues.ts';
import { asText } from '../sentry/json.ts';
import type { IssueJson } from '../sentry/shapes/issue.ts';
import { type Outcome, toError } from './batch.ts';

/** Issues that Sentry recently refused to one caller. */
export interface ForbiddenIssues {
  find(issue: IssueRef): SentryError | undefined;
  remember(issue: IssueRef, refusal: Error): void;
}

/** For all callers and operations; contains no token. */
export interface ForbiddenIssuesMemory {
  of(token: string | null): ForbiddenIssues;
}

interface ForbiddenIssuesMemoryOptions {
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

/**
 * Issues of one organization by numeric ID in one request, without those that Sentry leaves out.
 *
 * One forbidden ID makes Sentry answer 403 for the whole list. Then the list is halved until that ID is found,
 * in about 2 log2(n) further requests for each such ID, and it is cached. First, one request checks whether
 * the caller may list issues at all.
 */
export async function listIssueOutcomes(
  sentry: SentryApi,
  forbidden: ForbiddenIssues,
  organization: string,
  ids: readonly string[],
): Promise<Outcomes<IssueJson>> {
  const known = new Map<string, Outcome<IssueJson>>();
  for (const id of ids) {
    const refusal = forbidden.find({ organization, issue: id });
    if (refusal) {
      known.set(id, refusal);
    }
  }
  const wanted = ids.filter((id) => !known.has(id));
  return wanted.length === 0 ? known : new Map([...known, ...(await list(wanted, false))]);

  async function list(some: readonly string[], isHalf: boolean): Promise<Outcomes<IssueJson>> {
    try {
      const issues = await sentry.listIssuesById({ organization, ids: some, isFallback: isHalf });
      return new Map(issues.map((issue) => [asText(issue.id) ?? '', issue]));
    } catch (cause) {
      if (isSentryError(cause, 'refused')) {
        return new Map(); // a server without such a list may still return single issues
      }
      return isSentryError(cause, 'forbidden')
        ? findForbidden(some, toError(cause), isHalf)
        : failAll(some, cause);
    }
  }

  async function findForbidden(
    some: readonly string[],
    refusal: Error,
    isHalf: boolean,
  ): Promise<Outcomes<IssueJson>> {
    const [id = '', ...others] = some;
    if (others.length === 0) {
      forbidden.remember({ organization, issue: id }, refusal);
      return failAll(some, refusal);
    }
    if (!isHalf && !(await mayListIssues(sentry, organization))) {
      return failAll(some, refusal);
    }
    const middle = Math.ceil(some.length / 2);
    const [one, other] = await Promise.all([
      list(some.slice(0, middle), true),
      list(some.slice(middle), true),
    ]);
    return new Map([...one, ...other]);
  }
}

function failAll(ids: readonly string[], cause: unknown): Outcomes<IssueJson> {
  return new Map(ids.map((id) => [id, toError(cause)]));
}

/**
 * Checks whether the caller may list issues at all, with an ID that no issue has: the response is an
 * empty list.
 */
async function mayListIssues(sentry: SentryApi, organization: string): Promise<boolean> {
  try {
    await sentry.listIssuesById({ organization, ids: ['0'], isFallback: true });
    return true;
  } catch (error) {
    return !isSentryError(error, 'forbidden');
  }
}
