import { toObject } from '../answers.ts';
import type { InOrganization } from '../api.ts';
import { endpoints } from '../endpoints.ts';
import { notSent, SentryError } from '../errors.ts';
import { unmergeBy } from '../hashes.ts';
import { updateIssue as sendUpdate } from '../issue-update.ts';
import type { IssueRef, Merge } from '../issues.ts';
import type { JsonObject } from '../json.ts';
import { SeenIssues } from '../seen-issues.ts';
import type { SentryClient } from '../server-kind.ts';
import type { ActivityJson } from '../shapes/issue.ts';
import { findIssue, forgetIssues, listIssuesByNumber } from './known-issues.ts';
import { refuseShortId } from './words.ts';

/**
 * GlitchTip changes only the status of an issue, and silently ignores anything else. It accepts the number of an issue
 * that was merged into another one, so the issue is searched first.
 */
export async function updateIssue(
  client: SentryClient,
  key: IssueRef & { readonly change: JsonObject },
): Promise<string> {
  const [other] = Object.keys(key.change).filter((name) => name !== 'status');
  if (other !== undefined) {
    throw notSent(
      'unsupported',
      `GlitchTip does not change \`${other}\` of an issue, only its \`status\`.`,
    );
  }
  await findIssue(client, key);
  return asChange(client, sendUpdate(client, key));
}

/** GlitchTip only reports that the merge was done; it keeps the issue with the greatest number. */
export async function mergeIssues(
  client: SentryClient,
  { organization, ids }: InOrganization & { readonly ids: readonly string[] },
): Promise<Merge> {
  ids.forEach(refuseShortId);
  const issues = SeenIssues.see(ids, await listIssuesByNumber(client, organization, ids));
  await asChange(
    client,
    client.changeIssues({
      endpoint: endpoints.mergeIssues,
      params: { organization },
      issues,
      change: { merge: 1 },
    }),
  );
  const [parent = '', ...children] = [...ids].sort((one, other) => Number(other) - Number(one));
  return { parent, children };
}

/** A comment. Its path has no organization, so the issue is searched first. */
export async function addNote(
  client: SentryClient,
  { organization, issue, text }: IssueRef & { readonly text: string },
): Promise<ActivityJson> {
  await findIssue(client, { organization, issue });
  const answer = await asChange(
    client,
    client.send({
      endpoint: endpoints.addNoteToAnyIssue,
      params: { organization, issue },
      change: { data: { text } },
    }),
  );
  return toObject(answer, 'a comment');
}

export function unmergeHashes(
  client: SentryClient,
  key: IssueRef & { readonly hashes: readonly string[] },
): Promise<void> {
  return asChange(client, unmergeBy('DELETE', client, key));
}

/** GlitchTip's message for an unknown token in a change. */
const UNKNOWN_TOKEN = 'CSRF check Failed';

async function asChange<T>(client: SentryClient, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof SentryError && error.detail === UNKNOWN_TOKEN
      ? new SentryError('unauthenticated', 'GlitchTip does not accept the token.', { cause: error })
      : error;
  } finally {
    forgetIssues(client);
  }
}
