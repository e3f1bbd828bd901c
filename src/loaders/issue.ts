import DataLoader from 'dataloader';
import type { SentryClient } from '../sentry/client.ts';
import { isSentryError } from '../sentry/errors.ts';
import {
  getIssue,
  type IssueRef,
  isNumericId,
  listIssuesById,
  MAX_ISSUES_PER_REQUEST,
} from '../sentry/issues.ts';
import { asText, type JsonObject } from '../sentry/json.ts';
import { batchByGroup, joinKey, type Outcome, toError } from './batch.ts';

export interface IssueLoader {
  load(issue: IssueRef): Promise<JsonObject>;
  /** What `load` has begun already in this operation: reading it costs nothing. */
  peek(issue: IssueRef): Promise<JsonObject> | undefined;
  forget(): void;
}

/**
 * Issues by organization and numeric or short id.
 *
 * One request for up to 100 numeric ids of an organization. A short id, a lone numeric id, and an
 * id that the list left out (it may have been merged away) cost one request each.
 */
export function createIssueLoader(sentry: SentryClient): IssueLoader {
  const getOne = ({ organization, issue }: IssueRef): Promise<Outcome<JsonObject>> =>
    getIssue(sentry, organization, issue).catch(toError);

  async function load(keys: readonly [IssueRef, ...IssueRef[]]) {
    const listed = keys.length > 1 ? await listById(keys) : new Map<string | null, JsonObject>();
    return Promise.all(keys.map((key) => listed.get(key.issue) ?? getOne(key)));
  }

  async function listById(keys: readonly [IssueRef, ...IssueRef[]]) {
    const ids = keys.map(({ issue }) => issue);
    const issues = await listIssuesById(sentry, keys[0].organization, ids).catch(noneIfRefused);
    return new Map(issues.map((issue) => [asText(issue['id']), issue]));
  }

  const begun = new Map<string, Promise<JsonObject>>();
  const loader = new DataLoader<IssueRef, JsonObject, string>(
    batchByGroup({
      groupOf: (key) => (isNumericId(key.issue) ? key.organization : issueKey(key)),
      maxSize: MAX_ISSUES_PER_REQUEST,
      load,
    }),
    { cacheKeyFn: issueKey, cacheMap: begun },
  );
  return {
    load: (issue) => loader.load(issue),
    peek: (issue) => begun.get(issueKey(issue)),
    forget: () => loader.clearAll(),
  };
}

/**
 * The numeric id of an issue. One that was asked for by its numeric id keeps it, unless its detail
 * is loaded anyway and names the survivor it was merged into.
 */
export async function loadIssueId(issues: IssueLoader, issue: IssueRef): Promise<string> {
  if (isNumericId(issue.issue)) {
    const detail = await issues.peek(issue)?.catch(() => undefined);
    return asText(detail?.['id']) ?? issue.issue;
  }
  const detail = await issues.load(issue);
  return asText(detail['id']) ?? issue.issue;
}

function issueKey({ organization, issue }: IssueRef): string {
  return joinKey(organization, issue.toUpperCase());
}

/** One forbidden id has Sentry refuse the whole list, which says nothing of the other ids. */
function noneIfRefused(error: unknown): readonly JsonObject[] {
  if (isSentryError(error, 'forbidden', 'refused', 'notFound')) {
    return [];
  }
  throw error;
}
