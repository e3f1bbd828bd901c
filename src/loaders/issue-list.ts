import type { Outcomes, SentryApi } from '../sentry/api.ts';
import { isSentryError } from '../sentry/errors.ts';
import { asText } from '../sentry/json.ts';
import type { IssueJson } from '../sentry/shapes/issue.ts';
import { type Outcome, toError } from './batch.ts';
import type { ForbiddenIssues } from './forbidden-issues.ts';

/**
 * Issues of one organization by numeric id, in one request; ids that Sentry leaves out are left out.
 *
 * One forbidden id has Sentry refuse the whole list. Then the list is halved until the id stands
 * alone, about 2 log2(n) further requests for each such id, and it is remembered. A caller who may
 * list no issues at all is told apart first, by one request.
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
        return new Map(); // a server that has no such list may still know single issues
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
 * Whether the caller may list issues of an organization at all: asks for an id that no issue has,
 * which is answered with an empty list.
 */
async function mayListIssues(sentry: SentryApi, organization: string): Promise<boolean> {
  try {
    await sentry.listIssuesById({ organization, ids: ['0'], isFallback: true });
    return true;
  } catch (error) {
    return !isSentryError(error, 'forbidden');
  }
}
