import { toKey } from '../key.ts';
import type { Fallback } from '../sentry/api.ts';
import { type IssueRef, isNumericId, MAX_ISSUES_PER_REQUEST } from '../sentry/issues.ts';
import { asText } from '../sentry/json.ts';
import { isTooGreatForSentry, toNotFound } from '../sentry/path.ts';
import type { IssueDetailJson, IssueJson } from '../sentry/shapes/issue.ts';
import {
  createGroupLoader,
  createSingleLoader,
  type LoaderParts,
  type Outcome,
  toError,
} from './batch.ts';
import { type ForbiddenIssues, listIssueOutcomes } from './forbidden-issues.ts';

export interface IssueLoader {
  /** The fields of lists and of the detail. */
  load(issue: IssueRef): Promise<IssueJson>;
  /** The fields that only the detail has: one request for each issue. */
  loadDetail(issue: IssueRef): Promise<IssueDetailJson>;
  /** Adds an issue from a list. */
  prime(organization: string, body: IssueJson): void;
  /** Undefined if `load` was not called for it in this operation; otherwise it costs no request. */
  peek(issue: IssueRef): Promise<IssueJson> | undefined;
}

/**
 * Issues by organization and numeric or short ID.
 *
 * One request for up to 100 numeric IDs of an organization. A short ID, a single numeric ID, and an ID that the
 * list left out (it may have been merged) cost one request each. An ID that was recently refused, or is greater
 * than any of Sentry's, costs none.
 */
export function createIssueLoader({
  sentry,
  forbidden,
  observe,
}: LoaderParts & { readonly forbidden: ForbiddenIssues }): IssueLoader {
  const getIssue = async (key: IssueRef & Fallback): Promise<IssueDetailJson> => {
    if (isTooGreatForSentry(key.issue)) {
      throw toNotFound(key.issue, 'issue');
    }
    return sentry.getIssue(key);
  };
  const getDetail = async (key: IssueRef): Promise<IssueDetailJson> => {
    if (isTooGreatForSentry(key.issue)) {
      throw toNotFound(key.issue, 'issue');
    }
    return sentry.getIssueDetail(key);
  };
  const getOne = (issue: IssueRef, isFallback = false): Promise<Outcome<IssueDetailJson>> =>
    getIssue({ ...issue, isFallback }).catch(toError);

  async function load(keys: readonly [IssueRef, ...IssueRef[]]) {
    if (keys.length === 1) {
      return [forbidden.find(keys[0]) ?? (await getOne(keys[0]))];
    }
    const ids = keys.map(({ issue }) => issue).filter((id) => !isTooGreatForSentry(id));
    const listed = await listIssueOutcomes(sentry, forbidden, keys[0].organization, ids);
    return Promise.all(keys.map((key) => listed.get(key.issue) ?? getOne(key, true)));
  }

  const begun = new Map<string, Promise<IssueJson>>();
  const loader = createGroupLoader<IssueRef, IssueJson>(observe, 'issue', {
    keyOf: issueKey,
    groupOf: (key) => (isNumericId(key.issue) ? key.organization : issueKey(key)),
    maxSize: MAX_ISSUES_PER_REQUEST,
    load,
    cacheMap: begun,
  });
  const details = createSingleLoader(observe, 'issueDetail', {
    keyOf: issueKey,
    load: getDetail,
  });
  return {
    load: (issue) => loader.load(issue),
    async loadDetail(issue) {
      const known = await begun.get(issueKey(issue));
      if (known && isDetail(known)) {
        return known;
      }
      const detail = details.load(issue);
      if (!known) {
        loader.prime(issue, detail);
      }
      return detail;
    },
    prime(organization, body) {
      for (const name of [asText(body.id), asText(body.shortId)]) {
        if (name !== null) {
          loader.prime({ organization, issue: name }, body);
        }
      }
    },
    peek: (issue) => begun.get(issueKey(issue)),
  };
}

/**
 * The numeric ID of an issue. An issue requested by its numeric ID keeps that, unless its detail is loaded anyway
 * and has the ID of the issue that it was merged into.
 */
export async function loadIssueId(issues: IssueLoader, issue: IssueRef): Promise<string> {
  if (issue.listed) {
    return asText(issue.listed.id) ?? issue.issue;
  }
  if (isNumericId(issue.issue)) {
    const detail = await issues.peek(issue)?.catch(() => undefined);
    return asText(detail?.id) ?? issue.issue;
  }
  const detail = await issues.load(issue);
  return asText(detail.id) ?? issue.issue;
}

/** On Sentry, only the detail of an issue has its activity. */
export function isDetail(body: IssueJson): boolean {
  return 'activity' in body;
}

function issueKey({ organization, issue }: IssueRef): string {
  return toKey(organization, issue.toUpperCase());
}
